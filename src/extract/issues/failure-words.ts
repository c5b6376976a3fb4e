/** Words that tell of something that is wrong, and of its mending. */

interface Words {
  test(text: string): boolean;
}

/** Several signals ask one after the other about the same line. */
function rememberLast(pattern: RegExp): Words {
  let last = "";
  let answer = pattern.test(last);
  return {
    test(text) {
      if (text !== last) {
        answer = pattern.test(text);
        last = text;
      }
      return answer;
    },
  };
}

export const failure = rememberLast(
  /\b(fail\w*|error\w*|bugs?|crash\w*|panic\w*|broken|breaks?|missing|wrong\w*|incorrect\w*|invalid|leak\w*|race|races|hang\w*|hung|timeouts?|timed out|mismatch\w*|flak\w+|deadlock\w*|duplicat\w*|regression\w*|vulnerab\w*|violat\w*|stuck|stale|corrupt\w*|overflow\w*|null|undefined|not (found|working|set|called|updated|populated|persisted|registered|loaded|sent)|never|cannot|can.?t|doesn.?t|isn.?t|unable|inconsisten\w*|conflict\w*|lost|loss|exhaust\w*|refused|rejected|denied|unexpected\w*|infinite|slow\w*|nil|pollution|hardcoded|undefined|unhandled|uninitialized|incompat\w*|outdated|bottleneck|4\d\d|5\d\d|issue|issues|problem|problems|defect|blocker|exposed|injection|limitation|incomplete|empty|without|no \w+|fehlt|fehlend\w*|fehler\w*|falsch\w*|abst[uü]rz\w*|kaputt|defekt\w*|falta\w*|falla\w*|duplicad\w*|incorrect[oa]s?|falha\w*|errad[oa]s?|quebrad[oa]|manquant\w*)\b|失败|错误|缺失|缺少|不一致|无法|不清|异常|崩溃|过早|丢失|卡在|無限|失敗|ошибк|пада[ел]|слома|не работа|не наход|завис|отсутству|неверн|потер[яи]|утечк|오류|실패|누락|버그|안 됨|에러|エラー|クラッシュ|できない|欠落|誤り/iu,
);
export const fixing = rememberLast(
  /\b(fix(ed|es|ing)?|resolv\w+|correct(ed|ion)|repair\w*|patch\w*|hotfix|bugfix|solved)\b|修复|修正|исправл|решен[оа]|수정|해결/iu,
);
