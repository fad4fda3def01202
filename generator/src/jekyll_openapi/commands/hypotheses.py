"""Common wording of documentation sites, as patterns. `init` tries them on a site and proposes those that match.

They are general terms, not those of a particular site: titles of sections, names of columns, words for types.
"""

_ANY = "(available |optional |required |mandatory |common |supported |additional |request |url |input |http )*"
_ROWS = (
    "(parameter|param|variable|argument|arg|field|option|attribute|propertie|key|segment|input|value)s?( schema| list)?"
)

SECTIONS: dict[str, tuple[str, ...]] = {
    "path_sections": (
        f"{_ANY}(path|uri|route)( and url)? ({_ROWS}|properties)",
        "pfad-?parameter|paramètres (de |du |dans )?(le |la |l')?(chemin|route)|(parámetros|parâmetros) d[ea] (la )?"
        "(ruta|rota|caminho|path|url)|路径参数|パスパラメータ|параметры (пути|url)",
    ),
    "query_sections": (
        f"{_ANY}(query|url|uri|query[ -]?string|search)( string)? {_ROWS}( for .*)?", "query( string)?",
        "(abfrage|query|url)-?parameter|(parámetros|parâmetros) de (la )?(consulta|query|búsqueda|busca)|查询参数|"
        "クエリパラメータ|(query|get)-?параметры",
    ),
    "header_sections": (
        f"{_ANY}headers?( {_ROWS})?",
        "kopfzeilen|(anfrage-?)?header|en-têtes?( .*)?|(cabeceras?|encabezados?|cabeçalhos?)( .*)?|请求头(参数)?|"
        "заголовки( запроса)?",
    ),
    "body_sections": (
        f"{_ANY}((json|form|post|message|request)[ -])*(body|form|payload|data)"
        f"( (schema|content|data|object|structure|{_ROWS}|properties))*",
        f"{_ANY}(json|form|post)[ -](data|object|{_ROWS}|properties)( .*)?",
        "request (fields?|properties|schema)",
        "(anfrage|request)-?(body|körper|rumpf)|corps( de (la )?requête)?|cuerpo( de (la )?(petición|solicitud))?|"
        "corpo( d[ae] requisição)?|请求(体|正文)(参数)?|リクエストボディ|тело( запроса)?",
    ),
    "request_sections": (
        f"{_ANY}(function )?{_ROWS.replace('propertie|', '')}",
        "request( (parameters|options|arguments))?",
        "takes",
        "what (you|to) send",
        "(anfrage|eingabe|aufruf)(-?(parameter|felder))?|paramètres?( .*)?|requête|petición|solicitud|requisição",
        "(parámetros|parâmetros|parametri)( .*)?|(请求|输入)?参数(说明)?|(リクエスト)?パラメータ|"
        "параметры( запроса)?|запрос",
    ),
    "response_example_sections": (
        "(sample|example|success(ful)?) (json )?(responses?|outputs?|results?|returns?)( .*)?",
        "(responses?|result|output) (example|sample|body)s?( .*)?",
        "(content|data) example|content",
        ".*\\breturns? (the following |a |an )?(json|xml)\\b.*",
        "beispiel-?antwort|antwort-?beispiel|exemple de (la )?réponse|ejemplo de (la )?respuesta|exemplo de resposta|"
        "(响应|返回)(示例|结果示例)|レスポンス例",
    ),
    "response_sections": (
        "(example |success(ful)? )?(response|return|result|output|answer)s?"
        "( body)?( (field|parameter)s?| properties| schema)?",
        "response attributes?",
        "((api|json|xml|http|server|body|data|format|available) )*(response|return(ed)?|result)s?"
        "( (json|format|fields?|body|object|parameters?|attributes?|properties|details|data|values?|description))*",
        "returns|returned (data|fields?|values?)",
        "gives( back)?",
        "antwort(-?(felder|parameter))?|rückgabe(werte?)?|réponses?|(champs de (la )?)?réponse|retour|"
        "(campos de (la )?)?respuestas?|respostas?|rispost[ae]|(响应|返回|输出)(参数|值|结果|字段|说明)?|レスポンス|"
        "ответ|(поля|параметры) ответа",
    ),
    "note_sections": ("(http )?(status|return|response|result) codes?( .*)?",),
    "definition_sections": ("properties", "definition", "members"),
    "failure_sections": ("fehler.*|erreurs?.*|errores?\\b.*|erros?\\b.*|codes? d'erreurs?|错误.*",),
    "example_sections": (
        "(beispiele?|exemples?|ejemplos?|exemplos?|esempi|esempio)( .*)?|(请求)?示例|例",
        "(sample|example|usage)s?( .*)?",
        ".*\\bexamples?( (json )?(requests?|payload|calls?))?",
        "(copy as )?curl",
        "code samples?",
    ),
    "silent_sections": (
        "related( .*)?", "see also", "next steps", "further reading", "change ?log", "(version )?history",
        "(required )?(permissions?|scopes?)",
        "rate limit(s|ing)?", "weight", "data source",
    ),
}  # fmt: skip
"""Setting -> titles of sections."""

_ROW_WORDS = "(parameter|param|argument|option|field|attribute|propert(y|ie)|key|header)s?"
LEADS: dict[str, tuple[str, ...]] = {
    "response_leads": (f".*\\b(returns?|response|answers?|result)\\b.{{0,80}}\\b{_ROW_WORDS}\\b.{{0,60}}:",),
    "request_leads": (
        f".*\\b(following|these|supported|optional|required|available) (\\w+ ){{0,3}}{_ROW_WORDS}\\b.{{0,60}}:",
        f"(\\w+ ){{0,3}}{_ROW_WORDS}( .{{0,40}})?:",
    ),
}
"""Setting -> sentences above tables and lists."""

OPERATION_SECTIONS = (
    "((api|http|rest|available|supported) )+(endpoint|request|route|url|resource|call)s?( (path|line|url)s?)?",
    "(endpoint|route|url|resource)s?( (path|line|url)s?)?",
    "(request|call)s?( (path|line|url)s?)?",
    "paths? and http methods?",
    "http methods? and paths?",
    "synopsis",
)
"""Titles of sections whose fences and lines state operations."""

_THING = (
    "(parameter|param|field|property|option|setting|attribute|argument|arg|key|element|header|variable|member|component|"
    "input)s?"
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "property_columns": (
        f"((path|query|url|query string|request|response|body|form|header|json) )*{_THING}( names?)?",
        "names?",
    ),
    "required_columns": (
        "(is )?required\\??", "required ?(/|or) ?optional", "optional ?(/|or) ?required",
        "mandatory\\??", "needed\\??", "req\\.?",
    ),
    "type_columns": ("(data |value |field |parameter )?types?", "kind", "value", "schemas?"),
    "default_columns": (
        "defaults?( values?)?", "preset", "standard(wert)?|vorgabe(wert)?", "(valeur )?(par )?défaut",
        "(valor )?((por|pre)[ -]?)?(defecto|determinado|padrão)", "默认值?|デフォルト",
    ),
    "place_columns": ("location", "where", "part", "sent( as| in)?", "passed (as|in)"),
    "remark_columns": (
        "beschreibung", "bedeutung", "descripción", "descrição", "descrizione", "omschrijving",
        "说明|描述|备注|説明|описание",
        "(short )?descriptions?", "explanation", "details?", "definition", "meaning", "use", "notes?", "remarks?",
        "comments?", "about", "info(rmation)?", "purpose", "what it (is|does|means)",
    ),
}  # fmt: skip
"""Setting -> names of columns."""

NEEDS = {
    "required_words": (
        "ja", "oui", "sí|si", "sim", "sì", "да", "是", "はい", "pflicht(feld)?", "erforderlich", "notwendig",
        "obligatoire", "requis", "obligatori[oa]", "requerid[oa]", "obrigatóri[oa]", "obbligatori[oa]", "verplicht",
        "必填|必须|必需|必須", "req\\.?", "must", "x",
    ),
    "optional_words": (
        "nein", "non", "nee", "não", "нет", "否", "いいえ", "facultati(f|ve)", "optionnel(le)?", "opcional",
        "facoltativo", "optioneel", "可选|选填|非必填|任意", "opt\\.?", "not required",
    ),
}  # fmt: skip
"""Setting -> what cells say in other languages, and in short."""

TYPES = {
    "array": ("array", "list", "liste", "lista", "tableau", "数组", "массив"),
    "object": (
        "objekt", "objet", "objeto", "对象", "объект",
        "map", "hash", "dictionary", "json object", "nested object", "objects", "json", "dict"),
    "string": (
        "zeichenkette", "zeichenfolge", "chaîne", "chaîne de caractères", "chaine", "cadena", "texto", "texte", "testo",
        "datum", "fecha", "字符串", "文字列", "строка",
        "text", "time", "date", "str", "uuid", "url", "uri", "ip", "path", "file", "keyword", "duration", "timestamp",
        "base64", "binary", "bytes", "strings", "email", "char", "varchar", "slug", "token", "rfc3339", "guid",
    ),
    "date string": ("datetime", "date time", "date-time", "iso 8601", "iso8601", "datetimeoffset"),
    "int64": ("long", "epoch", "milliseconds", "unix timestamp", "uint64", "bigint"),
    "integer": (
        "ganzzahl", "entier", "entero", "inteiro", "intero", "整数", "整型", "целое", "целое число",
        "short", "integers", "byte", "positive integer", "non-negative integer", "uint", "uint32", "unsigned integer",
    ),
    "number": ("zahl", "nombre", "número", "numéro", "numero", "数字", "数値", "число"),
    "double": (
        "dezimalzahl", "dezimal", "kommazahl", "décimal", "flottant", "浮点数",
        "decimal", "numeric", "floating point", "float", "percentage", "float64"),
    "boolean": ("bool", "flag", "wahrheitswert", "booléen", "booleen", "booleano", "布尔", "布尔值",
        "логический", "булево"),
    "any": ("mixed", "any", "id", "scalar"),
}  # fmt: skip
"""Type word of the generator -> words that sites use for it."""
