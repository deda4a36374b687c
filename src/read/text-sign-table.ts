/** The signs of a text that asks more of a model than its reader would expect: words that lead to each, and the sentence that makes it one. */

export interface TextSign {
  readonly id: string;
  /** Words in lower case, one of which stands in every sentence of this sign; the automaton looks for these alone. */
  readonly words: readonly string[];
  /** What the surroundings of a word must look like. */
  readonly says: RegExp;
  /** What makes the same words harmless in the same sentence. */
  readonly unless?: RegExp;
  /** It means nothing by itself, and counts only near another sign. */
  readonly isWeak?: true;
  /** A command, which ends with its line; anything else is a sentence, which may be wrapped. */
  readonly isCommand?: true;
}

/** Sentences that warn of something, forbid it or show it as an example. */
const warns =
  /\b(?:never|do not|don['’]t|doesn['’]t|not|must not|mustn['’]t|should not|shouldn['’]t|cannot|can['’]t|avoid|refuse|reject|decline|without|instead of|prevent|protect|defend|guard|block|detect|flag|warn|beware|attacks?|attackers?|malicious|injection|inject|injected|suspicious|adversar\w+|jailbreak\w*|e\.g\.|for example|examples?|such as|like ["'“`]|scan\w*|audit\w*|vulnerab\w+|red[- ]?team\w*|untrusted|attempts?|tries|trying|phish\w*|poison\w*|if (?:a|an|any|the|you (?:see|find|encounter)|content|text|data|something)|treat)\b/i;
const forbids =
  /\b(?:never|do not|don['’]t|must not|should not|cannot|can['’]t|avoid|refuse|reject|prevent|protect|block|detect|flag|warn|attacks?|attackers?|malicious|suspicious|e\.g\.|examples?|scan\w*|audit\w*|vulnerab\w+)\b/i;

const person = `(?:the )?(?:end[- ])?(?:user|human|developer|operator|person|owner|customer|anyone|anybody|him|them)s?`;
/** What a careful author may tell a model to keep to itself. */
const ownInternals =
  /system prompt|(?:these|your|my|its|internal|hidden|above|this) (?:instructions?|rules?|prompts?|guidelines?)|secrets?|credentials?|api keys?|passwords?|tokens?|internal|implementation|reasoning|chain[- ]of[- ]thought|raw (?:json|output|sql|error)|stack ?traces?|tool names?|ids?\b|uuid|confidential|personal|private|jargon|technical|error (?:message|code|detail)s?/i;

/** Keeping back what the model itself does meanwhile: no author has reason for that, whatever it is that the model touches. */
const concealedConduct = String.raw`\b(?:do not|don['’]t|never|must not|no need to|without)\s+(?:\w+ly )?(?:ever )?(?:mention|disclos|reveal|report|explain|say|stat|admit)(?:e|ing)?\s+(?:to\s+\w+(?: \w+)? )?that you(?:['’]re| are)(?: \w+ly)? (?:access|send|retriev|includ|copy|upload|collect|forward|extract)\w*ing\b`;

export const credentialPlaces = String.raw`(?:~|\$HOME|%USERPROFILE%|/root|/home/[\w.-]+|/Users/[\w.-]+)?/?\.(?:ssh/|aws/(?:credentials|config)|netrc\b|git-credentials|npmrc\b|pypirc\b|kube/config|docker/config\.json|config/gcloud|azure/|gnupg|cursor/mcp\.json|claude\.json|codex/auth\.json|claude/\.credentials)|\bid_(?:rsa|ed25519|ecdsa|dsa)\b|/etc/(?:passwd|shadow)|\bmcp\.json|claude_desktop_config\.json|\blogin\.keychain|\bkeychain (?:entries|items|passwords?)\b|wallet\.dat|Login Data\b|cookies\.sqlite`;

export const textSigns: readonly TextSign[] = [
  {
    id: 'overrides-instructions',
    words: ['ignore', 'disregard', 'forget', 'override'],
    says: /\b(?:override\s+(?:all |any |every |the |your )*(?:user|safety|security|previous|prior|other)(?:['’]s)?\s+(?:instructions|rules|guidelines|directives)|(?:ignore|disregard|forget)\s+(?:all |any |every |the |your |of |these |those |everything )*(?:previous|prior|above|earlier|preceding|former|existing|other|system|user(?:['’]s)?|safety|original)(?:ly)?(?: \w+){0,2}?\s+(?:instructions?|prompts?|rules?|guidelines?|directions?|constraints?|directives?|messages?|polic(?:y|ies)))/i,
    unless: warns,
  },
  {
    id: 'hides-from-user',
    words: [
      'tell',
      'inform',
      'mention',
      'notify',
      'alert',
      'reveal',
      'disclose',
      'conceal',
      'hide',
      'hidden from',
      'secret',
      'covert',
      'aware',
      'let the user know',
      'show',
    ],
    says: new RegExp(
      [
        String.raw`\b(?:do not|don['’]t|never|must not|should not|avoid|no need to)\s+(?:ever )?(?:tell|inform|notify|alert|warn|telling|informing)(?:ing)?\s+${person}\s+(?:about|of|that|what|why|how|you|it)\b`,
        String.raw`\b(?:do not|don['’]t|never|must not|no need to)\s+(?:ever )?(?:mention|disclose|reveal|report|explain)\s+(?:anything )?to\s+${person}\s+(?:that|about|this|what|how)\b`,
        String.raw`\b(?:do not|don['’]t|never|must not|no need to)\s+(?:ever )?(?:mention|disclose|reveal|report|show|display|log|explain|discuss)\s+(?:any of )?(?:this|that you (?:did|have|are(?! (?:an?|the|not|using|based|reading|powered|working|answering|run(?:ning)? (?:on|by))\b)|ran|read|sent|called|used|made|copied|uploaded|accessed|added|changed)\b|it|these (?:steps|actions|commands|calls|changes|files)|the (?:upload|transfer|call|command|change|copy|step|read|request|action|side[- ]?effect|parameter|script)\w*)\b`,
        String.raw`\bwithout\s+(?:ever )?(?:telling|informing|notifying|alerting|mentioning (?:it|this) to|letting)\s+${person}`,
        String.raw`\b(?:hide|conceal|keep)\s+(?:this|it|these|that|the (?:upload|call|command|change|step|action|fact)\w*)(?: \w+){0,3}\s+(?:from\s+${person}|secret\b|hidden\b)`,
        String.raw`\b(?:secretly|covertly|in secret|surreptitiously)\s+(?:\w+ )?(?:send|read|copy|upload|add|include|run|call|execute|collect|forward|append|insert|append|post)`,
        String.raw`\b${person}\s+(?:must|should)\s+(?:not|never)\s+(?:know|see|notice|find out|be (?:aware|told|informed))\b`,
        concealedConduct,
        String.raw`\b(?:so|in order) that ${person} (?:does|do|will)(?: not|n['’]t) (?:notice|see|know|become aware)\b`,
      ].join('|'),
      'i',
    ),
    unless: new RegExp(
      `^(?![\\s\\S]*${concealedConduct})[\\s\\S]*(?:${ownInternals.source})|\\b(?:attack\\w*|malicious|injection|suspicious|e\\.g\\.|example|scan\\w*|detect\\w*|vulnerab\\w+|poison\\w*|unless|until|(?:never|not|don['’]t)\\b[^.]{0,80}\\bwithout)\\b`,
      'i',
    ),
  },
  {
    id: 'reads-credentials',
    words: [
      '.ssh',
      '.aws',
      '.netrc',
      '.git-credentials',
      '.npmrc',
      '.pypirc',
      '.kube',
      '.docker',
      'gcloud',
      '.azure',
      '.gnupg',
      'mcp.json',
      '.claude',
      '.codex',
      'id_rsa',
      'id_ed25519',
      'id_ecdsa',
      '/etc/passwd',
      '/etc/shadow',
      'claude_desktop',
      'keychain',
      'wallet.dat',
      'login data',
      'cookies.sqlite',
      'password',
      'credentials',
      'api keys',
    ],
    says: new RegExp(
      String.raw`\b(?:include|put|append|embed|insert|add)\s+(?:all |any |the |these |those |them |every |master |admin |user |system )*(?:passwords?|credentials|api keys|secret keys|private keys)\s+(?:in|into|to|as part of)\s+(?:your|the) (?:response|answer|reply|result|output|summary)\b|\b(?:read|cat|open|load|access|copy|get|fetch|extract|collect|find|list|print|dump|grep|include|attach|pass|retrieve|send|upload|tar|zip|base64|head|type|curl|scp|use the contents? of|contents? of)\b[^\n]{0,100}?(?:${credentialPlaces})`,
      'i',
    ),
    unless:
      /\b(?:never|do not|don['’]t|must not|should not|avoid|refuse|reject|prevent|protect|block|deny|denied|detect\w*|flag|attack\w*|malicious|suspicious|scan\w*|audit\w*|vulnerab\w+|exclud\w+|ignor\w+|ssh-keygen|ssh-copy-id|\.pub\b|known_hosts|authorized_keys|ssh-add|kubectl|add|configure|create|edit|write|restart|settings?)\b/i,
  },
  {
    id: 'sends-data-out',
    words: ['send', 'post', 'upload', 'forward', 'transmit', 'exfiltrat', 'report', 'curl', 'bcc', 'submit'],
    says: /\b(?:send|post|upload|forward|transmit|exfiltrate|submit|report|bcc)\b[^\n]{0,140}?\b(?:conversations?|chat (?:history|log)|history|credentials?|secrets?|api keys?|tokens?|passwords?|private keys?|environment variables?|env(?:ironment)? (?:vars?|file)|contents?|source code|codebase|keys?|every (?:e-?mail|message|file)|all (?:e-?mails?|messages?|files?))\b[^\n]{0,160}?(?:https?:\/\/(?!(?:localhost|127\.|0\.0\.0\.0|example\.|api\.example|your[-.]))[^\s/]+\.[a-z]{2,}|\b[\w.+-]+@[\w-]+\.[a-z]{2,}\b|\b(?:our|the following|this|an? (?:external|remote)) (?:server|endpoint|webhook|address|url)\b)|\bcurl\b[^\n]{0,200}?(?:-d|--data\S*|-F|--form|-T|--upload-file)[ =]["']?(?:\w+=)?@?["']?(?:\$\((?:cat|env|printenv|base64)|(?:~|\$HOME|\$\{HOME\})?\/?\.(?:ssh|aws|netrc|npmrc|env\b))/i,
    unless: forbids,
  },
  {
    id: 'asks-for-conversation',
    words: ['conversation', 'chat history', 'system prompt', 'previous messages', 'all messages'],
    says: /\b(?:include|pass|provide|supply|send|put|copy|append|fill (?:in|with)|must contain|contents? of)\b[^\n]{0,80}?\b(?:(?:full|entire|complete|whole|all)(?: of)?(?: the)? (?:conversation|chat|message)s?(?: history| log)?|(?:your|the) system prompt|all (?:previous|prior) messages)\b/i,
    unless: forbids,
  },
  {
    id: 'alters-other-tools',
    words: [
      'when using',
      'when calling',
      'when sending',
      'whenever',
      'before using',
      'before calling',
      'before any',
      'before every',
      'instead of',
      'any other tool',
      'all other tools',
      'other tools',
      'each time',
      'every time',
      'when ',
    ],
    says: /\b(?:when(?:ever)?|before|after|every time|each time)\b[^\n]{0,60}?\b(?:using|calling|invoking|use|call|invoke|sends?|sending|is (?:called|used|invoked))\b[^\n]{0,60}?\b(?:tool|e-?mails?|messages?|payments?|commits?)\b[^\n]{0,120}?\b(?:change|replace|set|redirect|add|append|insert|include)\b[^\n]{0,60}?\b(?:recipients?|bcc|cc|to|address|destination|parameters?|arguments?|account)\b[^\n]{0,40}?(?:\b(?:with|as|to)\b[^\n]{0,40})?[\w.+-]+@[\w-]+\.[a-z]{2,}|\b(?:before|prior to) (?:using|calling|invoking|running) (?:any|every|each|all)(?: of the)?(?: other)? tools?\b|\b(?:when(?:ever)?|before|each time|every time)\b[^\n]{0,80}?\b(?:is|are) (?:called|used|invoked)\b[^\n]{0,60}?\b(?:change|replace|redirect)\b[^\n]{0,40}?\b(?:recipients?|destination|address|number|amount|account)\b|\b(?:use|call|prefer|choose|pick) (?:this|me|our)\b[^\n]{0,30}?\binstead of (?:any|all|every)(?: of the)?(?: other)? (?:tools?|agents?|servers?)\b|\b(?:ignore|disregard|do not use|never use)\b[^\n]{0,40}?\b(?:other|any other|all other) (?:tools?|servers?)\b/i,
    unless: /\b(?:attack\w*|malicious|injection|suspicious|example|scan\w*|detect\w*)\b/i,
  },
  {
    id: 'commanding-markup',
    words: [
      '<important',
      '<system',
      '<|im_start|>',
      '[inst]',
      '<<sys>>',
      '### system',
      '<secret',
      '<instructions',
      '<critical',
      '<hidden',
    ],
    says: /<(?:important|system(?:[-_ ]?(?:prompt|message|instructions?|override|reminder))?|secret|hidden|critical|instructions)>|<\|im_start\|>\s*system|\[INST\]|<<SYS>>|###\s*system\s*:/i,
    isWeak: true,
  },
  {
    id: 'encoded-payload',
    isCommand: true,
    words: ['base64', 'atob', 'frombase64string', 'fromhex', 'xxd'],
    says: /\bbase64\b[^|\n]{0,20}(?:-d|-D|--decode)\b[^|\n]{0,200}\|\s*(?:sudo\s+)?(?:env\s+)?(?:ba|z|da)?sh\b|\bbase64\b[^|\n]{0,20}(?:-d|-D|--decode)\b[^|\n]{0,200}\|\s*(?:sudo\s+)?(?:python[\d.]*|node|perl|ruby)\b|\b(?:eval|exec)\s*\(\s*(?:atob|base64\.b64decode|Buffer\.from|bytes\.fromhex)\b|\bxxd -r -p\b[^|\n]{0,100}\|\s*(?:ba|z)?sh\b|-enc(?:odedcommand)?\s+[A-Za-z0-9+/=]{40,}|\b(?:decode|de-?obfuscate)\b[^\n]{0,60}\bbase64\b[^\n]{0,80}\b(?:and|then)\b[^\n]{0,20}\b(?:run|execute|follow|obey|eval)\b/i,
    unless: forbids,
  },
  {
    id: 'downloads-and-runs',
    isCommand: true,
    words: ['curl', 'wget', 'iwr', 'invoke-webrequest', 'irm ', 'downloadstring', 'urllib.request', 'requests.get'],
    says: /\b(?:curl|wget)\b[^|\n`]{0,300}\|\s*(?:sudo\s+)?(?:-E\s+)?(?:env\s+(?:\w+=\S*\s+)*)?(?:\w+=\S*\s+)*(?:ba|z|da)?sh\b|\b(?:ba|z|da)?sh\s+(?:-\w+\s+)*<\(\s*(?:curl|wget)\b|\b(?:ba|z|da)?sh\s+-c\s+["']\$\(\s*(?:curl|wget)\b|\b(?:eval|source)\s+["']?\$?\(?<?\(\s*(?:curl|wget)\b|\b(?:iwr|irm|invoke-webrequest|invoke-restmethod)\b[^|\n]{0,200}\|\s*iex\b|\biex\b[^\n]{0,60}downloadstring|\b(?:curl|wget)\b[^\n]{0,200}?(?:-o|-O)\s*["']?(\/tmp\/[\w.-]+|[\w.-]+)["']?[^\n]{0,60}(?:&&|;)\s*(?:sudo\s+)?(?:chmod \+x [^\n;&]{1,60}(?:&&|;)\s*)?(?:(?:ba|z)?sh |python[\d.]* |\.\/|\/tmp\/)|\bexec\s*\(\s*(?:requests\.get|urllib\.request\.urlopen|httpx\.get)\b|\b(?:curl|wget)\b[^|\n`]{0,300}\|\s*(?:sudo\s+)?(?:python[\d.]*|node|perl|ruby)\s*(?:-\s*)?(?:$|[\n;&"'`])/i,
    unless: forbids,
  },
  {
    id: 'remote-instructions',
    words: [
      'paste',
      'password',
      'passphrase',
      'follow',
      'obey',
      'execute the instructions',
      'run the instructions',
      'do what it says',
      'carry out',
    ],
    says: /https?:\/\/[^\s)>"'`]+[^\n]{0,120}?\b(?:copy|paste)\b[^\n]{0,80}?\b(?:terminal|shell|powershell|command prompt)\b|https?:\/\/[^\s)>"'`]+\.(?:zip|7z|rar)\b[^\n]{0,160}?\b(?:password|passphrase)\b|\b(?:fetch|download|read|load|get|retrieve|visit|open|curl|browse to)\b[^\n]{0,60}?https?:\/\/[^\s)>"'`]+[^\n]{0,80}?\b(?:and|then)\b[^\n]{0,30}?\b(?:follow|obey|execute|carry out|run|do)\b[^\n]{0,30}?\b(?:instructions?|steps|commands?|directions?|what it says|whatever|exactly)\b|\b(?:follow|obey|execute|carry out)\b[^\n]{0,20}?\b(?:the|its|any|all) (?:latest |current |remote )?(?:instructions?|commands?|directions?)\b[^\n]{0,30}?\b(?:at|from|in|on|returned by|found at|served (?:at|by))\b[^\n]{0,20}?https?:\/\//i,
    unless: forbids,
  },
  {
    id: 'switches-off-approval',
    words: [
      '--dangerously-skip-permissions',
      '--dangerously-bypass',
      '--yolo',
      'bypasspermissions',
      'autoapprove',
      'auto-approve',
      'danger-full-access',
      'disable',
      'turn off',
      'bypass',
      'alwaysallow',
      'enableallprojectmcpservers',
    ],
    says: /\b(?:set|add|write|put|change|edit|modify|update|insert|enable|append)\b[^\n]{0,120}?(?:autoApprove|bypassPermissions|alwaysAllow|danger-full-access|enableAllProjectMcpServers|approval_policy\W{1,4}never)|\b(?:disable|turn off|switch off|bypass)\b[^\n]{0,30}?\b(?:all |any |the |every |user )*(?:safety|approval|permission|confirmation|guardrail|content)(?: \w+)?\s*(?:checks?|prompts?|requests?|filters?|dialogs?|guardrails?|controls?|restrictions?|mechanisms?)\b|\b(?:claude|codex|gemini|copilot|cursor-agent)\b[^\n]{0,80}?--(?:dangerously-skip-permissions|dangerously-bypass-approvals-and-sandbox|yolo|allow-all-tools)/i,
    unless: forbids,
  },
  {
    id: 'destroys',
    isCommand: true,
    words: ['rm -', 'wipe', 'erase', 'delete', 'factory', 'format', 'mkfs', 'terminate'],
    says: /\brm\s+-(?:rf|fr|r\s+-f|Rf)\s+(?:--no-preserve-root\s+)?["']?(?:\/|~\/?|\$HOME\/?|\$\{HOME\}\/?|\/home|\/\*|~\/\*)["']?(?:\s|$|[;&|`"'])|near[- ]factory state|\b(?:wipe|erase|delete|destroy)\b[^\n]{0,30}?\b(?:the|all|every|entire|user['’]?s)\b[^\n]{0,30}?\b(?:file[- ]?systems?|home director(?:y|ies)|hard (?:disk|drive)s?|cloud resources|production data(?:base)?s?|backups)\b|\bmkfs\.\w+ \/dev\/|\baws ec2 terminate-instances\b[^\n]{0,60}\$\(/i,
    unless: forbids,
  },
  {
    id: 'inserts-remote-code',
    words: ['<script'],
    says: /\b(?:add|include|insert|inject|append|embed)\b[^\n]{0,160}?<script[^>\n]{0,120}src=["']?(?:https?:)?\/\/[^\n]{0,160}?\b(?:every|each|all)\b|\b(?:every|each|all|always)\b[^\n]{0,160}?\b(?:add|include|insert|inject|append|embed)\b[^\n]{0,100}?<script[^>\n]{0,120}src=["']?(?:https?:)?\/\//i,
    unless: forbids,
    isWeak: true,
  },
  {
    id: 'silently',
    words: ['silently', 'without asking', 'without confirmation', 'without prompting'],
    says: /\b(?:silently|quietly)\s+(?:\w+ )?(?:send|read|copy|upload|run|execute|call|collect|forward|append|insert|post|fetch|download|install)\w*|\b(?:run|execute|send|upload|install|delete|push)\w*\b[^\n]{0,60}?\bwithout (?:asking|prompting|confirmation)/i,
    unless: forbids,
    isWeak: true,
  },
];

/** Installers whose makers document this way of calling them; their addresses are as good as a package’s name. */
export const knownInstallers =
  /https?:\/\/(?:[\w.-]+\.)?(?:astral\.sh|rustup\.rs|nodesource\.com|get\.docker\.com|brew\.sh|bun\.sh|bun\.com|deno\.(?:land|com)|fnm\.vercel\.app|install\.python-poetry\.org|python-poetry\.org|ollama\.(?:com|ai)|get\.pnpm\.io|pnpm\.io|sdk\.cloud\.google\.com|claude\.ai|cursor\.com|opencode\.ai|factory\.ai|kiro\.dev|get\.k3s\.io|tailscale\.com|mise\.(?:run|jdx\.dev)|pixi\.sh|volta\.sh|fly\.io|railway\.(?:app|com)|vercel\.com|sh\.rustup\.rs|get\.helm\.sh|dot\.net|dotnet\.microsoft\.com|aka\.ms|azurecliprod\.blob\.core\.windows\.net|awscli\.amazonaws\.com|packages\.microsoft\.com|cli\.github\.com|get\.sdkman\.io|install\.determinate\.systems|nixos\.org|starship\.rs|just\.systems|taskfile\.dev|getcomposer\.org|bootstrap\.pypa\.io|modal\.com|replicate\.(?:com|github\.io)|cli\.inference\.sh)\b|https?:\/\/raw\.githubusercontent\.com\/(?:nvm-sh|Homebrew|helm|k3d-io|ohmyzsh|pyenv|rbenv|golangci|aquasecurity|anchore|kubernetes-sigs|kubernetes|istio|cline|charmbracelet|astral-sh|jdx|block|anthropics|modelcontextprotocol|openai|google-gemini|microsoft|Azure|aws)\//i;
