"""What the menus, buttons and footers of web pages say, so that they can be told from the text they surround."""

from viewer.core.patterns import lazy_pattern

PLAIN = lazy_pattern(
    r"(?i)(?:skip to (?:the )?(?:main )?(?:content|navigation|search|footer)|jump to (?:content|navigation)"
    r"|(?:main|open|close|toggle|site) (?:menu|navigation)|search (?:this|the) (?:web)?site.{0,4}"
    r"|(?:log|sign) ?(?:in|out|up)|my account|forgot(?:ten)? (?:your )?password\??"
    r"|subscribe (?:to|now|here|for).{0,60}|newsletter sign-?up|rss(?: feeds?)?|stay connected|connect with us"
    r"|follow us(?: on.{0,60})?|share (?:this|on|via|with|the) .{0,40}|share(?: (?:this|on|via))?:.{0,60}"
    r"|tweet(?: this)?|facebook|twitter|linkedin|whatsapp|youtube|instagram|flickr|pinterest"
    r"|e-?mail (?:this|a friend|to a friend).{0,30}|copy link|print (?:this|page|version|friendly).{0,30}"
    r"|printer[- ]friendly(?: version)?"
    r"|(?:download|save) (?:as |the |this )?(?:pdf|document|file)(?: \([^)]{1,20}\))?|pdf version|text size.{0,20}"
    r"|font size.{0,20}|listen to this page|(?:translate|change|select) (?:this )?(?:page|language)"
    r"|(?:accept|reject|allow|decline)(?: all| only| necessary| essential| additional| non-essential)* cookies"
    r"|(?:accept|reject) all"
    r"|(?:manage|view|change) (?:my |your )?(?:cookies?|preferences|choices|settings|cookie.{3,20})"
    r"|(?:cookies?|privacy|legal)[ ,]+(?:and |& )?(?:cookies?|policy|notice|settings|preferences"
    r"|statement|cent(?:re|er))(?:[ ,]+(?:and |& )?(?:cookies?|policy|notice))?"
    r"|terms (?:of (?:use|service)|(?:and|&) conditions)|accessibility statement|site ?map"
    r"|(?:©|\(c\) ?\d|copyright\b).{0,120}|.{0,60}\ball rights reserved\b.{0,60}"
    r"|(?:back |return )?to (?:the )?top(?: of (?:the )?page)?|top of (?:the )?page"
    r"|back to (?:all |the )?(?:list|results|news|overview|press.{0,20}|home.{0,10}|statements|previous page)"
    r"|related(?: (?:links?|articles?|content|stories|posts|pages|items|topics|news|information))?"
    r"|you (?:may|might) also (?:like|be interested in)|read (?:more|next)(?: .{0,60}| ?[»›>→…]+)?"
    r"|more (?:news|stories)(?: from.{0,40})?|latest (?:news|stories)|most (?:read|viewed|popular)"
    r"|[«<‹←] ?previous.{0,20}|next(?: (?:article|page|post|item))? ?[»>›→]|previous (?:article|page|post|item)"
    r"|next (?:article|post)|(?:page )?last (?:updated|modified|reviewed)\b.{0,60}|powered by .{2,40}"
    r"|(?:site|website) (?:by|designed by|credits)\b.{0,60}|filed under:?.{2,120}|advertisement|loading(?:\.{3}|…)"
    r"|was this page (?:helpful|useful)\??|report a problem(?: with this page)?)[.:!]?$"
)
"""No text but that of a web page has a line of these words alone."""
DOUBTFUL = lazy_pattern(
    r"(?i)(?:menu|navigation|search|home ?page|home|about(?: us| the ministry| this site)?|contacts?(?: us)?"
    r"|news ?room|news|news (?:&|and) \w+|press (?:room|office|cent(?:re|er)|releases)"
    r"|media(?: cent(?:re|er)| room)?|careers?|jobs|vacancies|events|faqs?|register|subscribe|newsletters?|share|x"
    r"|telegram|e-?mail|print|download|pdf|a ?[-+]|listen|translate|close|cookies?|privacy|legal|terms"
    r"|accessibility|disclaimer|imprint|see also|read also|related documents?|previous|next|tags?:.{2,120}|tags?"
    r"|yes|no|feedback|help|languages?|help and support|publications|multimedia|photos?|videos?|archive|services"
    r"|visas?|departments?|ministry|the ministry|minister|embassies|speeches|documents)[.:!]?$"
)
"""A web page's menu may say this; a text may have it as a heading."""
NOTICE = lazy_pattern(
    r"(?i)\b(?:(?:uses?|using|use of|accept|stores?|sets?) (?:\w+ )?cookies|cookies (?:to|on|are)|our cookie"
    r"|enabled? javascript|javascript (?:is|must|to)|enabled? in your browser|subscribe to our|follow us on)\b"
)
"""A sentence of a web page to its visitor."""
LANGUAGE = lazy_pattern(
    r"(?i)(?:english|fran[cç]ais|deutsch|espa[nñ]ol|italiano|portugu[eê]s|nederlands|svenska|norsk|dansk|suomi"
    r"|íslenska|polski|türkçe|русский|українська|қазақша|o[ʻ'‘]zbekcha|ελληνικά|العربية|中文|日本語|한국어|en|fr|de|es|ru"
    r"|ar|zh)$"
)
"""A language that the page is to be had in."""
