"""What is said in English."""

from bot.programme.intents import Intent, Words

ENGLISH: Words = {
    Intent.HELP: (
        "help", "help me", "i need help", "i want help", "need help", "can you help",
        "can you help me", "could you help me", "i'm looking for help", "sos", "info",
        "information", "explain", "i don't understand", "i do not understand", "i don't get it",
        "i don't know", "i do not know", "what should i do", "what do i do", "what can i do",
        "what can you do", "what now", "how does this work", "how does it work", "what is this",
    ),
    Intent.LANGUAGE: (
        "language", "languages", "the language", "other language", "another language",
        "a different language", "choose language", "choose a language", "change language",
        "change the language", "change my language", "i want to change language",
        "i want to change the language", "i want another language",
        "i want a different language", "in english", "in dutch", "in french",
    ),
    Intent.STOP: (
        "stop", "stop it", "stop this", "stop now", "i stop", "i want to stop",
        "i'd like to stop", "pause", "a pause", "i want a pause", "i want to pause",
        "i'd like to pause", "take a break", "i want a break", "i need a break",
        "i want to take a break", "no messages", "no more messages", "stop messages",
        "stop messaging me", "stop writing to me", "don't write to me", "i don't want messages",
        "i don't want any more messages", "unsubscribe", "leave me alone", "quit",
    ),
    Intent.RESUME: (
        "start again",
        "resume", "i want to resume", "i'd like to resume", "continue", "i want to continue",
        "i'd like to continue", "go on", "let's go on", "let's continue", "carry on", "unpause",
        "end the pause", "end of the pause", "end pause", "i'm back", "i am back",
    ),
    Intent.PRIVACY: (
        "i no longer agree", "i do not agree any more",
        "privacy", "my privacy", "privacy text", "privacy policy", "privacy notice", "data",
        "my data", "personal data", "my personal data", "gdpr", "what do you know about me",
        "what do you keep", "what do you keep about me", "what do you store",
        "withdraw my consent", "withdraw consent", "i withdraw my consent",
    ),
    Intent.COACH: (
        "i want to talk to a human", "i want to talk to a person", "talk to a human",
        "talk to a person", "a human",
        "coach", "my coach", "the coach", "a coach", "call my coach", "contact my coach",
        "i want my coach", "i want a coach", "i need my coach", "i need a coach",
        "i need the coach", "i want to talk to my coach", "i want to speak to my coach",
        "i want to speak with my coach", "i want to talk with my coach",
        "i want to talk to the coach", "i want to speak to the coach",
        "i want to talk to a coach", "i want to speak to a coach", "i want to talk to someone",
        "i want to talk to somebody", "i want to speak to someone",
        "i'd like to talk to my coach", "i'd like to speak to my coach",
        "i would like to talk to my coach", "i would like to speak to my coach",
        "i need to talk to my coach", "i need to speak to my coach", "i need to talk to someone",
        "talk to my coach", "speak to my coach", "talk to a coach", "talk to the coach",
        "speak to a coach", "speak with my coach", "talk with my coach",
        "can i talk to my coach", "can i speak to my coach", "may i speak to my coach",
        "ask my coach", "where is my coach", "i'm looking for my coach",
    ),
    Intent.MENU: (
        "menu", "main menu", "the menu", "show menu", "show the menu", "show me the menu",
        "go to the menu", "back to the menu", "options", "choices",
    ),
    Intent.BACK: (
        "back", "go back", "i want to go back", "take me back", "one step back", "step back",
        "previous", "previous question", "the previous question",
    ),
    Intent.START: (
        "start", "begin", "i want to begin", "i want to start", "let's start", "let's begin",
        "get started", "start over", "hello", "hello there", "hi", "hi there",
        "hey", "hey there", "good morning", "good afternoon", "good evening", "good day",
    ),
    Intent.ANSWERS: (
        "answers", "my answers", "show my answers", "show me my answers", "see my answers",
        "correct my answers", "correct an answer", "correct my answer", "change my answers",
        "change my answer", "change an answer", "i want to see my answers",
        "i want to correct my answers", "i want to change my answers",
        "i want to change an answer",
    ),
}  # fmt: skip
