/** The words that notes use, as data: labels and headings in, roles out. A team's own words are added by the config. */
import type { Role, SectionKind } from "../../config.ts";
import { listWords } from "./list-words.ts";

export type { Role, SectionKind };

/** Lower case, without qualifiers: `normalizeLabel` brings a label into this form. */
export const labelWords: Record<Role, readonly string[]> = {
  problem: listWords(`
    observed behavior, observed behaviour, what doesn't work, what's missing, what does not work, what is broken, what's broken, what's wrong, what is wrong, blocking issue, test failure, blocker, current situation, reality, friction, pain point, actual output, what was wrong, erreur, anomalie, fehlermeldung, problemstellung,
    problem, issue, bug, error, failure, what happened, what went wrong, observed, observation, description,
    actual, actual behavior, actual behaviour, actual result, current behavior, current behaviour, current
    state, defect, violation, vulnerability, background, context, incident, gap, problem description,
    bug description, error message, failure message, symptom, symptoms, what failed, what broke, regression,
    trigger, reason for failure, challenge, concern, the error, errors, problems, issues, business logic issue,
    failure mode, failing behavior, wrong behavior, 问题, 问题描述, 现象, 症状, 问题现象, 错误, 問題, 事象, 症状, 現象, エラー, 不具合,
    fehler, problembeschreibung, fehlerbild, symptome, beobachtung, problema, descripción, descripción del
    problema, síntoma, síntomas, error observado, descrição, descrição do problema, sintoma, sintomas, erro, o que aconteceu,
    problème, symptôme, symptômes,
    the event, проблема, симптом, симптомы, ошибка, что случилось, что произошло, описание проблемы, 문제, 문제점, 증상, 현상, 오류
  `),
  rootCause: listWords(`
    finding, failure reason, root cause discovery, root cause identification, why this is wrong, why it's wrong, why it is wrong, why violation, why it's a problem, why this is a violation, why this happens, why this occurs, why this failed, why it broke, theory, how this happened, diagnostic, cause probable, origine, mögliche ursache,
    root cause, root causes, cause, causes, why, why it happened, why this happened, why it failed, why it
    fails, rca, root cause analysis, diagnosis, reason, underlying cause, technical cause, cause analysis, why
    this was a problem, why this is a problem, why tests fail, why it was wrong, technical root cause, why did
    this happen, how it happened, the cause, explanation, contributing factors, hypothesis, likely issue, likely
    cause, suspected issue, probable issue, suspected root cause, 原因, 根本原因, 根因, 根因分析, 原因分析, 根本原因分析, 為什麼, 原因の特定,
    原因調査, ursache, ursachen, grund, ursachenanalyse, hauptursache, causa, causas, causa raíz, causa raiz, causa
    principal, análisis de causa raíz, análise de causa raiz, cause racine, cause première,
    причина, причины, корневая причина, первопричина, 원인, 근본 원인, 문제 원인
  `),
  fix: listWords(`
    what was done, what we changed, fix implemented, fix implementation, possible fixes, possible fix, example fix, how we fixed it, how we fixed, how to fix, to fix, improvements, solution added, umgesetzte lösung, correction appliquée, résolu par,
    fix, fixes, solution, solutions, resolution, change, changes, what changed, what was changed, mitigation,
    workaround, remedy, correction, patch, remediation, fix pattern, fix strategy, fix details, fix description,
    code fix, how it was fixed, what was fixed, what we did, action taken, actions taken, changes made, code
    changes, implementation, implementation fix, code change, bug fix, fix approach, solution approach,
    corrective action, corrective actions, our fix, the change, fix options, modification, modifications, work
    done, required change, required changes, fix needed, required fix, fix plan, resolution options, resolution
    plan, 修复, 修复方案, 解决方案, 解决方法, 解决, 修复方法, 解决办法, 处理, 修改, 修正, 対策, 解決, 解決策, 対応, 修正内容, 対処, lösung, behebung, korrektur, maßnahme, maßnahmen, abhilfe,
    fehlerbehebung, solución, corrección, arreglo, solução, correção, correctif, résolution,
    решение, исправление, исправления, что сделано, что исправлено, как исправили, 해결, 해결책, 해결 방법, 해결방법, 수정, 수정 내용, 수정 사항, 조치,
    answered by, should be, solution options, potential solutions
  `),
  verification: listWords(`
    teste, testes, prueba, test de non-régression, after fix, after the fix, after fixes, verified by, test run, confirmed by, vérifié, überprüft,
    verification, validation, testing, result, results, evidence of fix, verified, tested, test results, test
    result, proof, confirmation, how verified, validated, verification steps, fix verification, fix validation,
    tests, test added, tests added, added tests, regression test, regression tests, test coverage, test evidence, validation results, verification results, outcome, verification status,
    test validation, how to verify, status after fix, validation evidence, 验证, 测试, 验证结果, 测试结果, 結果, 検証, 確認, テスト,
    テスト結果, 检验, verifikation, prüfung, überprüfung, nachweis, ergebnis, ergebnisse, verificación, validación,
    pruebas, resultado, resultados, verificação, validação, testes, vérification,
    проверка, результат, результаты, тесты, 검증, 확인, 결과, 테스트
  `),
  impact: listWords(`
    implication, implications, affected services, services affected, affected users,
    impact, effect, effects, consequence, consequences, business impact, user impact, scope, affected, impact
    assessment, risk, blast radius, customer impact, production impact, 影响, 影响范围, 影響, 影響範囲, auswirkung,
    auswirkungen, impacto, conséquence,
    влияние, последствия, 영향
  `),
  symptoms: ["current symptoms", "remaining symptoms", "observed symptoms"],
  possibleCauses: listWords(`
    possible causes, possible cause, potential causes, potential cause, suspected cause, suspected causes,
    likely causes, hypotheses, theories, possible root causes, potential root causes, possible explanations
  `),
  remaining: [
    "remaining work",
    "remaining",
    "what remains",
    "still open",
    "outstanding",
    "left to do",
    "still to do",
    "残り",
    "待办",
  ],
  nextSteps: listWords(`
    action, immediate action, investigation needed, immediate next steps, what's next, next,
    next steps, next step, next action, next actions, follow-up, follow-ups, follow up, todo, to do, action
    items, recommendation, recommendations, recommended action, recommended actions, recommended next steps,
    proposed solutions for next version, immediate actions, action required, required action, actions required,
    required actions, 下一步, 後続, 今後, nächste schritte, próximos pasos, próximos passos,
    recommended, decision
  `),
  attempts: listWords(`
    attempted fix, attempted fixes, attempts, what didn't work, what did not work, failed attempts, failed
    approaches, tried, what was tried, what we tried, attempted solutions, attempted solution, initial
    misdiagnosis, first attempt, previous attempts, failed fix, unsuccessful attempts, approaches tried,
    versuche, 尝试
  `),
  status: listWords(`
    status, current status, state, overall status, final status, fix status, resolution status, issue status,
    test status, 状态, ステータス, estado, 状態, statut, session status, completion status, document status, resolved,
    статус, состояние, 상태
  `),
  severity: listWords(`
    severity, priority, criticality, urgency, 严重程度, 优先级, 深刻度, 優先度, schweregrad, priorität, severidad, prioridad,
    gravedad, severidade, prioridade, gravité,
    приоритет, критичность, серьёзность, серьезность, 심각도, 우선순위
  `),
  files: listWords(`
    file, files, location, locations, file modified, files modified, files changed, file changed, modified file,
    modified files, changed files, affected file, affected files, source, where, code location, files affected,
    files updated, file updated, files to modify, file to modify, file location, files fixed, path, files
    involved, test file, test files, files to migrate, files to update, files to fix, related files, key files,
    文件, 修改文件, 相关文件, 位置, ファイル, 対象ファイル, datei, dateien, betroffene dateien, archivo, archivos, arquivo, arquivos,
    fichier, fichiers, ubicación,
    файл, файлы, изменённые файлы, измененные файлы, 파일, 수정 파일, 관련 파일
  `),
  code: listWords(`
    code, code pattern, example, code example, before, after, implementation details, payload, current payload,
    old code, new code, current implementation, existing implementation, existing pattern, existing code
  `),
  commit: ["commit", "commits", "git commit", "pr", "pull request", "commit hash", "fixed-in", "fixed in"],
  documentation: [
    "documentation",
    "docs",
    "reference",
    "references",
    "related",
    "see also",
    "document",
    "related documents",
    "doc",
  ],
  timeToFix: ["time to fix", "time spent", "time taken", "fix time", "effort spent", "actual time"],
  estimate: ["estimated time", "estimate", "estimated effort", "effort", "eta", "estimated fix time", "time estimate"],
  date: listWords(`
    date, created, last updated, updated, session date, report date, date completed, completed, date fixed,
    generated, incident date, analysis date, 日期, 日時, 日付, datum, fecha, data, fix date, date discovered,
    discovered, investigation date, reported, date reported, release date, date created, document date, resolved
    on, resolution date, update, created date, 时间,
    дата, 날짜, 작성일
  `),
  duration: listWords(`
    duration, session duration, total duration, time invested, session length, total time, total session time,
    total time invested, dauer, duración, duração
  `),
  branch: ["branch", "git branch", "working branch", "feature branch", "分支", "ブランチ"],
  author: listWords(`
    author, authors, prepared by, created by, written by, reported by, owner, engineer, fixed by, reporter, 作者,
    autor
  `),
  components: [
    "component",
    "components",
    "service",
    "services",
    "module",
    "subsystem",
    "area",
    "affected component",
    "affected components",
  ],
  tags: ["tags", "labels", "keywords", "category"],
  pattern: ["pattern", "patterns", "best practice", "rule"],
  why: ["why it matters", "why this matters", "why it works", "rationale", "reasoning"],
  benefits: ["benefits", "benefit", "advantages", "value"],
  examples: ["examples", "examples fixed", "for example"],
  lesson: listWords(`
    lesson, lessons, takeaway, key takeaway, learning, lesson learned, key learning, 教训, 経験, prevention, prevent
    recurrence,
    урок, вывод, 교훈
  `),
  id: ["id", "issue id", "bug id", "ticket", "issue number", "cve", "tracking", "reference id", "jira"],
};

/** The first row that matches a heading names what its section is about. */
export const sectionPatterns: readonly (readonly [SectionKind, RegExp])[] = [
  ["plan", /^\W*for (each|every|any) \w+/],
  [
    "insights",
    /\bwhat (worked|went|was(?! wrong)|is|could|did ?n.t|we could|we.d|to do|i.d)\b.*\b(well|challenging|difficult|hard|wrong|badly|better|improved?|right|poorly|work|differently)\b|^\W*what (worked|went well|did ?n.t work)\W*$|\b(key )?insights?\b|\bkey observations?\b|^observations$|^(successes|challenges|wins)( encountered| faced)?$|\bsurpris|^erkenntnisse|^hallazgos|洞察/,
  ],
  [
    "lessons",
    /\b(lessons?|learnings?|takeaways?|best practices?|(?<!\b(?:failure|error|violation|refactoring|migration|fix|usage|code) )patterns (discovered|identified|learned|established|to follow|applied)|key (patterns?|principles)|principles (applied|adopted|enforced|reinforced|learned|established|followed)|(known )?working patterns|(?<!attack |&amp; |& )prevention( measures| strategies| strategy)?|preventive|prevent(ing)? (recurrence|future)|what we learned|things learned|anti-patterns? (to avoid|identified)|lecciones|lições|leçons|enseignements|prévention|erfahrungen|gelernt)\b|教训|经验|学び|教訓|再発防止|预防|урок|извлеч[её]нн|выводы|교훈|배운 점/,
  ],
  [
    "issues",
    /^\W*(critical|high|medium|low|major|minor|p[0-4])\b[\s:-]*(priority|severity|impact|risk|bugs?|issues?|\(|$)/,
  ],
  ["documents", /^\W*related (issues?|work|notes?|bugs?|tickets?|fixes|changes|prs?|commits?)\b/],
  ["results", /^\W*(pending|skipped) (\w+ )?tests?\b/],
  [
    "attempts",
    /\b(attempt(s|ed)|didn.t work|did not work|failed approach|tried|misdiagnos|dead ends?|ruled out|eliminated|rejected)\b/,
  ],
  [
    "hypotheses",
    /\bcommon (\w+ )?(errors?|failures?|mistakes?|pitfalls?)( patterns?| scenarios?)?\W*$|^\W*(debugging|troubleshooting) (tips|hints|guide|table)\b|\b(potential|possible|anticipated|expected) (\w+ )?(issues|problems|failures|errors|failure modes)\b|\bexpected (outcomes?|benefits?|improvements?)\b|\brisks?( (assessment|mitigation|analysis|register))?\W*$|\b(hypothes[ie]s|theor(y|ies)|possible (root )?causes?|potential (root )?causes?|speculation|investigation (steps|areas|plan|paths?)|questions?)\b/,
  ],
  [
    "notIssues",
    /\b(not (a )?bugs?|won.?t ?fix|false (positive|alarm)s?|by design|non-issues?|not issues|expected behaviou?r)\b/,
  ],
  ["partialIssues", /\bpartial(ly)? (fixed|resolved|complete|done|working)|partial fix(es)?\b/],
  ["deferredIssues", /\b(deferred|postponed|backlog|future (issues|fixes)|known limitations?)\b/],
  [
    "fixedIssues",
    /\b((issues?|bugs?|problems?|failures?|defects?|violations?|tests?|errors?|blockers?|gaps?|vulnerabilit(y|ies)|categories) (\w+ )?(fixed|resolved|solved|closed|addressed|eliminated)|(fixed|resolved|solved|closed|addressed) (\w+ )?(issues?|bugs?|problems?|failures?|defects?|violations?|tests?|errors?|blockers?|gaps?)|already fixed|what (was|were|we|got) (fixed|resolved)|(issues?|bugs?|problems?|failures?|errors?) .{0,16}(fixed|resolved|solved)|^fixed\b|^resolved\b|bugs? fix(es|ed)|gelöste|behobene|resueltos|corrigidos)|已修复|已解决|修正済|解決済|исправленные|реш[её]нные (?:проблемы|ошибки)|해결된|수정된 (?:문제|버그)/,
  ],
  [
    "openIssues",
    /^\W*(open|pending|unresolved|outstanding|offen|abiertos?|abertos?)\W*$|^\W*(?:still )?not (?:yet )?working\b|\b((remaining|outstanding|open|unresolved|known|pending|active|current|unfixed|new) (\w+ ){0,2}(issues?|bugs?|problems?|failures?|defects?|violations?|errors?|blockers?|gaps?|failing|tests?)|(remaining|failing|failed) (\w+ ){0,2}tests?|still (failing|broken|open)|still needs (work|attention|fixing)|what.?s (failing|broken|not working)|not (yet )?fixed|blockers?|offene|pendientes|pendências)\b|已知问题|未解决|未修复|未解決|既知の問題|待解决|известные (?:проблемы|ошибки)|нереш[её]нные|알려진 (?:문제|이슈)|남은 문제|미해결/,
  ],
  [
    "fixes",
    /\b(fix(es)?|solutions?|resolutions?|corrections?|patches|mitigations?|workarounds?|repairs?)\b|修复|修正|解决|対策|исправления|수정|해결|\b(lösungen|behebungen|soluciones|correcciones|correções|soluções)\b/,
  ],
  [
    "issues",
    /\b(issues?|bugs?|problems?|failures?|defects?|violations?|errors?|gaps?|vulnerabilit(y|ies)|root causes?|regressions?|incidents?|crashes|findings?|anomal(y|ies)|inconsistenc(y|ies)|discrepanc(y|ies)|fehler|probleme|problemas|errores|erros|blocking)\b|问题|問題|不具合|缺陷|错误|проблемы|ошибки|баги|инциденты|문제|오류|버그|장애/,
  ],
  [
    "options",
    /\b(options?|alternatives?|approach(es)?|decision|trade-?offs?|proposals?|strategy|comparison|recommendation)\b/,
  ],
  [
    "actions",
    /\b(next (steps?|actions?|session|iterations?)|actions?|to-?dos?|follow-?ups?|ideas?|suggestions?|future directions|wish ?list|recommend(ed|ations?)|roadmap|remaining work|future work|remaining|priorities|future|enhancements?|improvements?|nächste schritte|próximos)\b|下一步|今後|建议|следующие шаги|дальнейшие|다음 단계|향후/,
  ],
  [
    "plan",
    /\b(plan|phases?|implementation|timeline|schedule|milestones?|steps|workflow|process|migration|tasks?|day \d|week \d|effort|estimat\w+)\b/,
  ],
  [
    "documents",
    /\b(documents?|documentation|references?|related|links|see also|artifacts|deliverables|resources|handoff|credits|cross-references)\b|参考|関連/,
  ],
  ["files", /\b(files?|code changes|changes made|modified|changed)\b|文件|ファイル/],
  ["commits", /\b(commits?|git|pull requests?|changelog|history|prs?)\b/],
  [
    "metrics",
    /\b(metrics?|statistics|stats|numbers|performance|coverage|progress|confidence|breakdown|before (and|vs|\/) after|comparison|scorecard)\b/,
  ],
  [
    "checklist",
    /\b(checklist|criteria|sign-?off|approval|acceptance|requirements?|definition of done|compliance|readiness|quality)\b/,
  ],
  ["results", /\b(results?|verification|validation|testing|tests?|evidence|proof|outcome)\b|验证|測試|検証|结果|結果/],
  [
    "working",
    /\b(work(ing|s)|success(es)?|accomplish\w*|achiev\w*|complet\w*|done|ready|passing|strengths?|highlights|wins)\b/,
  ],
  [
    "summary",
    /\b(summary|overview|abstract|introduction|executive|background|context|goal|objective|purpose|status|scope|tl;?dr|conclusion|key facts|details|description|analysis|impact|architecture|design|configuration|environment|setup|usage|commands?|how to|appendix|notes?|resumen|resumo|zusammenfassung)\b|概要|总结|摘要|まとめ/,
  ],
];

/** Words around a label that do not change its role: "Root Cause Identified", "The actual problem". */
export const qualifiers = {
  before: new Set(
    listWords(`
    the, our, a, actual, main, primary, original, initial, real, true, new, likely, probable, suspected, final,
    key, detailed, technical, proposed, recommended, suggested, planned, required, immediate, quick, complete,
    permanent, temporary, current, confirmed, identified, secondary, underlying, specific, exact, core, test,
    applied, overall, critical, implemented, fixed, attempted, manual, code, expected, short-term, long-term,
    simple, correct, minimal
  `),
  ),
  after: new Set(
    listWords(`
    analysis, details, detail, description, summary, statement, identified, found, discovered, applied,
    implemented, confirmed, overview, section, made, needed, required, assessment, explanation, info,
    information, observed, reported, status, proposed, recommended, used, encountered, chosen, pattern,
    completed, approach, evidence, details:, suspected, determined, breakdown, hypothesis, steps, investigation,
    taken, so far, location
  `),
  ),
} as const;
