/** The words of a fix in, whether they tell what was done, what is asked for or what is planned out. */
const past =
  /^\W*(?:(?:we|i|it|this|was|has been|have been)\s+)?(added|changed|fixed|updated|removed|moved|replaced|implemented|created|set|used|switched|corrected|increased|reduced|modified|refactored|rewrote|restored|reverted|converted|renamed|made|deleted|disabled|enabled|upgraded|patched|applied|wrapped|introduced|extracted|released|now)\b/i;

/** "Added a lock" reports. */
export const tellsWhatWasDone = (words: string): boolean => past.test(words) && !/^[^\n]*\?\s*(?:\n|$)/.test(words);

/** "The service was restored by …", and the same where the verb closes the clause: participles need no place of their own. */
const passive =
  /\b(?:was|were|has been|have been|got|is now|are now) (?:\w+ly )?(?:added|changed|fixed|updated|removed|moved|replaced|corrected|increased|reduced|restored|reverted|disabled|enabled|upgraded|patched|rolled back|mitigated|resolved|restarted|rewritten)\b|\b(?:corrigid|movid|adicionad|reduzid|removid|substitu[ií]d|restaurad|corregid|añadid|eliminad|cambiad|reemplazad)[oa]s?\b|\b(?:wurden?|ist|sind) .{0,60}\b(?:behoben|korrigiert|ersetzt|ergänzt|entfernt|geändert|erhöht)\b/iu;

export const toldPassively = (words: string): boolean => passive.test(words.slice(0, 300));

const imperative =
  /^\W*(?!fix(?:es)? ?#?\d)(add|change|fix|update|remove|move|replace|implement|create|switch|correct|increase|reduce|modify|refactor|rewrite|restore|revert|convert|rename|make|delete|disable|enable|upgrade|patch|apply|wrap|use|need|should|must|consider|ensure|investigate)\b/i;

/** "Add a lock" asks. */
export const isImperative = (words: string): boolean => imperative.test(words);

/** Words of a plan, and verbs that ask: "Verify …", "Heat it earlier". */
const asking =
  /^\W*(?:option|approach|phase|step|recommend\w*|plan|if|when|either|maybe|perhaps|possibly|potential\w*|temporary|short[- ]term|immediate|accept|adjust|allow|avoid|check|clean|clear|comment|configure|confirm|copy|define|delay|document|extract|force|handle|improve|include|install|keep|limit|load|lower|merge|migrate|monitor|override|pass|pin|prefer|prototype|provide|raise|register|reinstall|require|reset|restart|retry|return|review|run|schedule|separate|split|start|stop|store|test|track|try|turn|validate|verify|wait|write)\b|^[^\p{L}]*(?!(?:the|an?|all|each|this|that|these|those|both|no|is|are|now|as|in|on|at|by|for|with|via|from|to)\b|\p{L}+(?:ed|ing|s)\b)\p{L}+ (?:the|an?|it|its|all|each|this|that|these|those|them|your|our|any|every)\b/iu;

export const asks = (words: string): boolean => asking.test(words);
