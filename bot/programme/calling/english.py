"""How people say in English that they want to talk to a coach."""

from bot.programme.calling.words import COACH, Calling

ENGLISH = Calling(
    coach=(
        rf"(?:(?:a|an|the|my|your|our|one|some|real|actual|any|living|of) )*"
        rf"(?:{COACH}(?! (?:of (?:my (?:son|daughter|team)|the team)|ticket|station|trip|driver"
        r"|timetable|tour|stop|to (?!talk|speak|call|help|see|meet|ring|phone|contact|text"
        r"|write|visit|explain|listen|come|me|discuss|ask|tell|get)\S))"
        r"|(?:somebody|someone|some body|some one|person|human|people|member|colleague|anybody"
        r"|anyone|one) (?:of|from|in|at|on) (?:the |your |you r )?"
        r"(?:you|u|team|office|programme|program|staff|duo|organisation|organization|project)"
        r"|(?:human|real person|actual person|human being|real human|human person|staff member"
        r"|real people|social worker of you))"
    ),
    anybody=(
        r"(?:somebody|someone|some one|a person|person|anybody|anyone|people)"
        r"(?! (?:who|at|from|of|in|else|that|with|on|new)(?!\S))"
    ),
    wish=(
        r"(?:(?:i|we|me) (?:(?:really|just|also|only|do|would|first|still|urgently|very|much|so|am"
        r"|d|m) )*(?:want|wants|wanna|wnt|need|needs|ned|must|have to|ve to|got to|gotta|wish|like"
        r" to|love to|like|prefer|rather|trying|try|hoping|looking|ask|asking|wondering)(?!ed)"
        r"|i wanted(?! .*(?:yesterday|last))|id (?:like|love|rather)|would like|would love"
        r"|(?:can|could|may|might) (?:i|we)|if (?:i|we) (?:can|could|may|might)|i m wanting"
        r"|(?:is|would|be) it (?:be )?possible|possible|let me|help me"
        r"|how (?:can|do|could) (?:i|we)"
        r"|(?:when|where) (?:can|could) (?:i|we)|(?:^|\| )(?:want|wanna|need|wish)"
        r"|(?:who|someone|somebody) (?:can|could) i)"
    ),
    need=(
        r"(?:(?:i|we|me) (?:(?:really|just|also|only|do|still|urgently|very much|first) )*"
        r"(?:want|wants|wanna|need|needs|require)|i (?:would|d) (?:really )?(?:like|love|prefer)"
        r"|id like|in need of|looking for|look for|searching for|have to have|asking for"
        r"|(?:can|could|may) i (?:have|get)|give me|get me|where is|where s|rather have"
        r"|(?:^|\| )(?:need|want))"
    ),
    reach=(
        r"(?:speak|speek|spik|spek|talk|tolk|tok|talking|speaking|chat|see|seeing|call|ring|phone"
        r"|telephone|meet|contact|reach|find|ask|tell|write|message|text|email|visit|touch|hold|word"
        r"|meeting|appointment|conversation|discuss|explain|connected|through|called|get|have"
        r"|help|advice)"
    ),
    talk=r"(?:speak|speek|spik|talk|tolk|tok|talking|speaking|chat|touch|conversation|word)",
    lets=(
        r"(?:can|could|would|may|might|maybe|is there|are there|ask|tell|let|have|want|like|need"
        r"|please|wish|if|that|get|prefer|love|is|are)"
    ),
    to_me=(
        r"(?:(?:can |could |to |please |would |who can |that can |who could )*(?:call|calls|ring"
        r"|rings|phone|phones|contact|contacts|help|helps|see|sees|visit|meet|text|write|speak|talk"
        r"|explain|listen|come|assist|advise|message|get back|reach|calling|give) "
        r"(?:to |with |back |a call to )*(?:me|us)|available|(?:that |who |whom )?(?:i|we) "
        r"(?:can|could|may) (?:talk|speak|call|see|ask|phone|contact|meet|reach)|to (?:talk|speak)"
        r"|for me|come)"
    ),
    rings_me=(
        r"(?:(?:can |could |to |please |would |who can |that can )*(?:call|calls|ring|rings|phone"
        r"|phones|contact|contacts|text|speak|talk|calling) (?:to |with |back )*(?:me|us)"
        r"|(?:that |who |whom )?(?:i|we) (?:can|could|may) (?:talk|speak|call)|to (?:talk|speak))"
    ),
    bare=(
        r"(?:(?:to )?(?:speak|talk|see|call|ring|phone|meet|contact|reach)|get me|give me|find me"
        r"|send me|bring me|connect me|put me|transfer me|tell|ask"
        r"|(?:i have |i ve |i got )?(?:a |an |some |one |another )*(?:question|questions|message)"
        r" (?:for|to))"
    ),
    why=(
        r"(?:about|for|because|cause|coz|who|that can|that could|now|pls|plz|urgent|urgently|asap"
        r"|today|tomorrow|first|before|to|please|with|but|and|i|my|if|in|right|as soon|from|on)"
    ),
    told="(?:is|was|were|went|has|had|says|said|helps|helped|yesterday|every)",
    called=(
        r"(?:please|pls|plz|call me|ring me|phone me|help me|needed|urgent|asap"
        r"|(?:can|could) (?:you )?(?:please )?(?:call|ring|phone|help|contact) me)"
    ),
    other="(?:not|never|no|don|dont|t|what|why|how|that my|mentor to|you|thank|be|become|as)",
)  # fmt: skip
