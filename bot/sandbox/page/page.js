// The chat page of the sandbox: phones side by side, a clock, and the wire that keeps them fresh.
// Every word that people or the bot wrote reaches the page as text, never as HTML.

// ---- Words -------------------------------------------------------------------------------------

const ROLES = {
  mentee: "mentee",
  mentor: "mentor",
  coach: "coach",
  other: "someone else",
  stranger: "new to the bot",
};
const LANGUAGES = ["nl", "fr", "en", "ar", "es", "fa", "pt", "so", "ti", "tr", "uk"];
const KINDS = {
  photo: ["photo", "Photo"],
  document: ["document", "Document"],
  venue: ["place", "Place"],
  location: ["place", "Location"],
  voice: ["voice", "Voice message"],
  video_note: ["photo", "Video message"],
  video: ["photo", "Video"],
  audio: ["voice", "Sound"],
  animation: ["photo", "Animation"],
  contact: ["contact", "Phone number"],
  sticker: ["other", "Sticker"],
  poll: ["other", "Poll"],
  dice: ["other", "Dice"],
};
const TOAST_MS = 8000;
const TAP_PATIENCE_MS = 30000;
const ANSWER_PATIENCE_MS = 20000;
const SHOWN_AT_ONCE = 200;
const GROUP_S = 600;

const languageNames = new Intl.DisplayNames("en", { type: "language" });

function languageName(code) {
  try {
    return languageNames.of(code);
  } catch {
    return code;
  }
}

function fullName(person) {
  return [person.first_name, person.last_name].filter(Boolean).join(" ");
}

function describe(person) {
  const facts = [ROLES[person.role] ?? person.role];
  if (person.language_code) facts.push(languageName(person.language_code));
  const known = facts.filter(Boolean).join(", ");
  return known ? `${fullName(person)} · ${known}` : fullName(person);
}

function capital(words) {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

// ---- Time: always Brussels wall time of the sandbox clock --------------------------------------

const brussels = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Brussels",
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

function wall(instant) {
  return Object.fromEntries(
    brussels.formatToParts(instant).map(({ type, value }) => [type, value]),
  );
}

function hourOf(instant) {
  const { hour, minute } = wall(instant);
  return `${hour}:${minute}`;
}

function dayOf(instant) {
  const { weekday, day, month, year } = wall(instant);
  return `${weekday} ${day} ${month} ${year}`;
}

/** Telegram counts in seconds since 1970. */
function instantOf(seconds) {
  return new Date(seconds * 1000);
}

// ---- Small makers ------------------------------------------------------------------------------

function make(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in node) node[name] = value;
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  const use = document.createElementNS(space, "use");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#icon-${name}`);
  drawing.append(use);
  return drawing;
}

function unseen(words) {
  return make("span", { className: "unseen" }, words);
}

function button(className, onclick, ...children) {
  return make("button", { type: "button", className, onclick }, ...children);
}

function show(node, visible) {
  node.hidden = !visible;
}

/** Shows or hides; a keyboard user who stood in what is hidden goes on at `heir`. */
function showOrHandOver(node, visible, heir) {
  const leaves = !visible && node.contains(document.activeElement);
  show(node, visible);
  if (leaves) heir.focus({ preventScroll: true });
}

/** Changes a text only when it differs, so that nothing is announced twice. */
function setText(node, words) {
  if (node.textContent !== words) node.textContent = words;
}

/** The second click of a double click: a shaky hand, not a second wish. */
function isEcho(event) {
  return event.detail > 1;
}

// ---- The server --------------------------------------------------------------------------------

async function ask(path, body) {
  const how = { signal: AbortSignal.timeout(ANSWER_PATIENCE_MS), cache: "no-store" };
  if (body !== undefined) {
    how.method = "POST";
    how.headers = { "Content-Type": "application/json" };
    how.body = JSON.stringify(body);
  }
  const answer = await reach(path, how);
  const facts = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(facts?.error ?? `The sandbox answered ${answer.status}.`);
  return facts ?? noAnswer();
}

async function reach(path, how) {
  try {
    return await fetch(`sandbox/${path}`, how);
  } catch {
    return noAnswer();
  }
}

class NoAnswer extends Error {}

function noAnswer() {
  throw new NoAnswer("The sandbox did not answer. Look in the chat before you try again.");
}

// ---- Text with its entities --------------------------------------------------------------------

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "code",
  spoiler: "span",
  blockquote: "q",
};

/** The text cut wherever an entity begins or ends, each piece wrapped in what covers it. */
function richText(text, entities, phone) {
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const cuts = [...new Set([0, ...edges, text.length])].sort((a, b) => a - b);
  const pieces = document.createDocumentFragment();
  for (let i = 0; i + 1 < cuts.length; i += 1) {
    const covering = entities.filter(
      (e) => e.offset <= cuts[i] && e.offset + e.length >= cuts[i + 1],
    );
    pieces.append(wrapped(text.slice(cuts[i], cuts[i + 1]), covering, phone));
  }
  return pieces;
}

function wrapped(words, covering, phone) {
  const innermostFirst = [...covering].sort((a, b) => a.length - b.length);
  return innermostFirst.reduce((inner, entity) => wrapOnce(inner, entity, words, phone), words);
}

function wrapOnce(inner, entity, words, phone) {
  switch (entity.type) {
    case "bot_command":
      return sayer(words, phone, inner);
    case "url":
      return link(/^[a-z][a-z+.-]*:/iu.test(words) ? words : `https://${words}`, phone, inner);
    case "text_link":
      return link(entity.url, phone, inner);
    case "email":
      return link(`mailto:${words}`, phone, inner);
    case "text_mention":
      return mention(words, phone, inner);
    case "phone_number":
      return link(`tel:${words.replace(/[^+\d]/gu, "")}`, phone, inner);
    default:
      return TAGS[entity.type] ? make(TAGS[entity.type], {}, inner) : inner;
  }
}

/** A piece of text that says these words to the bot when it is pressed. */
function sayer(words, phone, ...children) {
  return button("in-text", (event) => isEcho(event) || phone.say(words), ...children);
}

/** A name that Telegram makes a way to that person; there is no such chat here, so it is told. */
function mention(name, phone, ...children) {
  const told = `In Telegram this opens the chat with ${name}.`;
  return button("in-text", () => phone.tell(told), ...children);
}

/** A link as Telegram opens it: a link to this bot starts it here, others open a new tab. */
function link(address, phone, ...children) {
  const start = startWords(address, phone.chat.bot.username);
  if (start) return sayer(start, phone, ...children);
  if (!/^(https?:|mailto:|tel:)/iu.test(address)) return make("span", {}, ...children);
  return make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** What a link such as t.me/our_bot?start=abc says to the bot; nothing for other links. */
function startWords(address, username) {
  const found = /^https?:\/\/(?:t|telegram)\.me\/(\w+)\?start=([\w-]+)$/iu.exec(address);
  return found?.[1].toLowerCase() === username.toLowerCase() ? `/start ${found[2]}` : null;
}

// ---- One message -------------------------------------------------------------------------------

function bubble(message, phone) {
  const instant = instantOf(message.date);
  const said = make("div", { className: "said", dir: "auto" });
  if (phone.person.language_code) said.lang = phone.person.language_code;
  said.append(richText(message.text, message.entities, phone));
  const author = message.from === "bot" ? phone.botName : fullName(phone.person);
  return make(
    "div",
    { className: "bubble" },
    unseen(`${author}: `),
    ...(KINDS[message.kind] ? [attachment(message, phone)] : []),
    ...(message.text ? [said] : []),
    meta(message, instant),
  );
}

function meta(message, instant) {
  const edited = message.edited ? [make("span", {}, "edited ")] : [];
  const time = make("time", { dateTime: instant.toISOString() }, hourOf(instant));
  return make("span", { className: "meta" }, ...edited, time);
}

function attachment(message, phone) {
  const [drawing, name] = KINDS[message.kind];
  const [title, note, address] = attachmentWords(message, name);
  const words = make("span", { className: "attachment-words" });
  words.append(make("strong", {}, fileName(message, title)));
  if (note) words.append(attachmentNote(message, note, phone));
  if (address) words.append(link(address, phone, "Show on a map"));
  const symbol = make("span", { className: "attachment-icon" }, icon(drawing));
  const picture = isPicture(message) ? photograph(message) : symbol;
  return make("div", { className: `attachment ${message.kind}` }, picture, words);
}

/** Whether there is something to see: the photo that people send here is a single dot. */
function isPicture(message) {
  return message.kind === "photo" && message.file_url && message.photo?.at(-1)?.width > 1;
}

function photograph(message) {
  return make("img", { src: message.file_url, alt: "", className: "photograph" });
}

function fileName(message, title) {
  if (message.kind !== "document" || !message.file_url) return title;
  return make("a", { href: message.file_url, download: title }, title);
}

/** A number is a way to call it, as on a phone. */
function attachmentNote(message, note, phone) {
  if (message.kind !== "contact") return make("span", {}, note);
  return link(`tel:${note.replace(/[^+\d]/gu, "")}`, phone, note);
}

/** What stands beside the drawing: a title, a line below it, and where a place is on a map. */
function attachmentWords(message, name) {
  const thing = message[message.kind] ?? {};
  switch (message.kind) {
    case "document":
      return [thing.file_name ?? name, sizeInWords(thing.file_size)];
    case "venue":
      return [thing.title ?? name, thing.address, mapAddress(thing.location ?? message.location)];
    case "location":
      return [name, null, mapAddress(thing)];
    case "contact":
      return [fullName(thing) || name, thing.phone_number];
    case "voice":
      return [name, `${thing.duration} seconds`];
    case "sticker":
      return [name, thing.emoji];
    case "dice":
      return [name, thing.value && `Shows ${thing.value}`];
    case "poll":
      return [name, thing.question];
    default:
      return [name, null];
  }
}

function sizeInWords(bytes) {
  if (!bytes) return null;
  return bytes < 1000 ? `${bytes} bytes` : `${Math.round(bytes / 1000)} kB`;
}

function mapAddress(place) {
  if (place?.latitude === undefined) return null;
  const { latitude, longitude } = place;
  const marker = `?mlat=${latitude}&mlon=${longitude}`;
  return `https://www.openstreetmap.org/${marker}#map=17/${latitude}/${longitude}`;
}

function inlineKeyboard(message, phone) {
  const keyboard = make("div", { className: "inline-keyboard", role: "group" });
  keyboard.setAttribute("aria-label", "Answers under this message");
  for (const row of message.reply_markup?.inline_keyboard ?? []) {
    const keys = row.map((key) => inlineKey(key, message, phone));
    keyboard.append(make("div", { className: "row" }, ...keys));
  }
  return keyboard;
}

function inlineKey(key, message, phone) {
  const name = make("span", { dir: "auto" }, key.text);
  if (phone.person.language_code) name.lang = phone.person.language_code;
  if (key.url) {
    const opener = link(key.url, phone, name, icon("link"));
    opener.className = "key";
    return opener;
  }
  const node = button("key", (event) => isEcho(event) || phone.tap(message.message_id, key), name);
  node.dataset.tap = tapKey(message.message_id, key);
  return node;
}

function tapKey(messageId, key) {
  return `${messageId}:${key.callback_data ?? key.text}`;
}

// ---- A list that changes only where it must ----------------------------------------------------

/** Brings `list` in line with `items` ({key, parts: {name: [signature, build]}}); keeps the rest. */
function reconcile(list, items) {
  const known = new Map([...list.children].map((node) => [node.dataset.key, node]));
  let place = list.firstElementChild;
  for (const item of items) {
    const node = known.get(item.key) ?? make("li", { "data-key": item.key });
    known.delete(item.key);
    for (const [name, part] of Object.entries(item.parts)) refreshPart(node, name, ...part);
    if (node.className !== item.className) node.className = item.className;
    if (node === place) place = place.nextElementSibling;
    else list.insertBefore(node, place);
  }
  for (const node of known.values()) node.remove();
}

const drawn = new WeakMap();

function refreshPart(node, name, signature, build) {
  const pieces = drawn.get(node) ?? new Map();
  drawn.set(node, pieces);
  const before = pieces.get(name);
  if (before?.signature === signature) return;
  const now = build();
  if (before) before.part.replaceWith(now);
  else node.append(now);
  pieces.set(name, { signature, part: now });
}

function messageItem(message, next, phone) {
  const { reply_markup: markup, ...body } = message;
  return {
    key: `message-${message.message_id}`,
    className: `message ${message.from}${isLastOfGroup(message, next) ? " tail" : ""}`,
    parts: {
      body: [JSON.stringify(body), () => bubble(message, phone)],
      keyboard: [JSON.stringify(markup ?? null), () => inlineKeyboard(message, phone)],
    },
  };
}

/** Messages of one side that follow each other closely share one tail, under the last. */
function isLastOfGroup(message, next) {
  if (!next || next.from !== message.from || dayKey(next) !== dayKey(message)) return true;
  return next.date - message.date > GROUP_S;
}

function dayKey(message) {
  return dayOf(instantOf(message.date));
}

function dayItem(message) {
  const day = dayKey(message);
  return {
    key: `day-${message.message_id}`,
    className: "day",
    parts: { body: [day, () => make("span", {}, day)] },
  };
}

function items(messages, phone) {
  return messages.flatMap((message, index) => {
    const newDay = index === 0 || dayKey(messages[index - 1]) !== dayKey(message);
    const item = messageItem(message, messages[index + 1], phone);
    return newDay ? [dayItem(message), item] : [item];
  });
}

// ---- A panel that a button opens ---------------------------------------------------------------

function disclosure(opener, panel) {
  const corner = opener.parentElement;
  const set = (open) => {
    opener.setAttribute("aria-expanded", String(open));
    show(panel, open);
    if (open) panel.querySelector("button")?.focus();
  };
  const comeBack = (leaving) => {
    if (!leaving || panel.hidden) return;
    set(false);
    opener.focus();
  };
  opener.addEventListener("click", () => set(panel.hidden));
  corner.addEventListener("keydown", (event) => comeBack(event.key === "Escape"));
  panel.addEventListener("click", (event) => comeBack(event.target.closest("button")));
  closeWhenLeft(corner, () => set(false));
  walkWithArrows(panel);
}

function closeWhenLeft(corner, close) {
  const outside = (target) => target && !corner.contains(target);
  corner.addEventListener("focusout", (event) => outside(event.relatedTarget) && close());
  document.addEventListener("pointerdown", (event) => outside(event.target) && close());
}

/** Arrow keys step through the buttons of a group; Tab still works as everywhere. */
function walkWithArrows(group) {
  group.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    const scope = event.target.closest(".inline-keyboard, .keyboard, .menu, .switch");
    if (!step || !scope) return;
    const keys = [...scope.querySelectorAll("button, a")];
    keys.at((keys.indexOf(event.target) + step) % keys.length)?.focus();
    event.preventDefault();
  });
}

// ---- One phone ---------------------------------------------------------------------------------

class Phone {
  constructor(number, person) {
    this.number = number;
    this.person = person;
    this.chat = null;
    this.shown = SHOWN_AT_ONCE;
    this.pending = new Map();
    this.seen = 0;
    this.build();
    this.hold(person);
  }

  build() {
    this.section = document
      .getElementById("phone-template")
      .content.firstElementChild.cloneNode(true);
    this.parts = {};
    for (const node of this.section.querySelectorAll("[data-part]"))
      this.parts[node.dataset.part] = node;
    this.parts.heading.id = `phone-${this.number}`;
    this.section.setAttribute("aria-labelledby", this.parts.heading.id);
    this.tab = button("tab", () => bringForward(this));
    this.listen();
  }

  listen() {
    const { parts } = this;
    parts.picker.addEventListener("change", () =>
      this.hold(people.get(Number(parts.picker.value))),
    );
    parts.newPerson.addEventListener("click", () => askForNewPerson(this));
    parts.start.addEventListener("click", (event) => isEcho(event) || this.say("/start"));
    parts.unblock.addEventListener("click", () => this.deed("unblock"));
    parts.moreMenu.addEventListener("click", (event) =>
      this.choose(event.target.closest("button")),
    );
    parts.earlier.addEventListener("click", () => this.showEarlier());
    parts.newest.addEventListener("click", () => this.toBottom());
    parts.toastClose.addEventListener("click", () => this.endToast());
    this.listenToField();
    this.listenToLog();
    disclosure(parts.moreButton, parts.moreMenu);
    disclosure(parts.commandsButton, parts.commandsMenu);
    walkWithArrows(parts.keyboard);
  }

  listenToField() {
    const { field, composer } = this.parts;
    composer.addEventListener("submit", (event) => {
      event.preventDefault();
      this.sendField();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (!event.repeat) this.sendField();
    });
    field.addEventListener("input", () => this.fitField());
  }

  listenToLog() {
    const { log } = this.parts;
    this.atBottom = true;
    log.addEventListener("scroll", () => {
      this.atBottom = log.scrollHeight - log.scrollTop - log.clientHeight < 48;
      if (this.atBottom) this.markRead();
    });
    const sizes = new ResizeObserver(() => this.atBottom && this.toBottom());
    sizes.observe(log);
    sizes.observe(this.parts.messages);
    log.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.parts.field.focus();
    });
    walkWithArrows(log);
  }

  // -- who holds it

  hold(person) {
    this.person = person;
    this.chat = null;
    this.seen = 0;
    this.shown = SHOWN_AT_ONCE;
    this.pending.clear();
    this.parts.log.setAttribute("aria-live", "off");
    this.parts.messages.replaceChildren();
    this.endToast();
    this.parts.field.value = "";
    this.name();
    rememberPhones();
    this.refresh();
  }

  /** The same person, perhaps with new facts, and the chat as it stands. */
  meet(person) {
    this.person = person;
    this.name();
    this.refresh();
  }

  name() {
    const { heading, face, field, log, picker, newPersonName } = this.parts;
    const name = fullName(this.person);
    setText(heading, `Phone ${this.number}: ${describe(this.person)}`);
    setText(face, name.charAt(0).toUpperCase());
    face.dataset.tint = String(Math.abs(this.person.id) % 6);
    field.setAttribute("aria-label", `Message as ${name}`);
    if (this.person.language_code) field.lang = this.person.language_code;
    log.setAttribute("aria-label", `Chat of ${name}`);
    log.setAttribute("aria-description", "Escape goes to the message field.");
    picker.setAttribute("aria-label", `Who holds phone ${this.number}`);
    setText(newPersonName, `New person… for phone ${this.number}`);
    this.fillPicker();
    this.drawTab();
  }

  fillPicker() {
    const { picker } = this.parts;
    const everybody = [...people.values()];
    const signature = everybody.map(describe).join("\n");
    if (picker.dataset.signature !== signature) {
      const options = everybody.map((person) =>
        make("option", { value: person.id }, describe(person)),
      );
      picker.replaceChildren(...options);
      picker.dataset.signature = signature;
    }
    picker.value = String(this.person.id);
  }

  // -- reading the chat

  /** Reads the chat; asks that arrive meanwhile are taken together in one more reading. */
  async refresh() {
    this.stale = true;
    if (this.reading) return;
    this.reading = true;
    try {
      while (this.stale) await this.readOnce();
    } catch (error) {
      if (!(error instanceof NoAnswer)) this.tell(error.message, { problem: true });
    } finally {
      this.reading = false;
    }
  }

  async readOnce() {
    this.stale = false;
    const { person } = this;
    const chat = await ask(`chats/${person.id}`);
    if (person === this.person) this.draw(chat);
    else this.stale = true;
  }

  draw(chat) {
    const before = this.chat;
    this.chat = chat;
    this.settleTaps();
    this.keepingFocus(() => this.drawMessages());
    this.drawKeyboard();
    this.drawCommands();
    this.drawState();
    if (before) this.drawToast(before);
    this.follow(before);
  }

  drawMessages() {
    const { messages } = this.chat;
    const shown = messages.slice(-this.shown);
    show(this.parts.earlier, shown.length < messages.length);
    reconcile(this.parts.messages, items(shown, this));
    this.drawPending();
  }

  /** A redrawn message must not throw the keyboard user back to the top of the page. */
  keepingFocus(redraw) {
    const active = document.activeElement;
    const key = this.parts.messages.contains(active) && active.closest("li")?.dataset.key;
    redraw();
    if (!key || document.activeElement === active) return;
    const place = this.parts.messages.querySelector(`[data-key="${key}"] .key`);
    (place ?? this.parts.log).focus({ preventScroll: true });
  }

  /** The bottom stays in sight, unless the person scrolled up to read. */
  follow(before) {
    const newest = this.newestFromBot();
    if (!before) {
      this.seen = newest;
      setTimeout(() => this.parts.log.setAttribute("aria-live", "polite"), 500);
    }
    if (!before || this.atBottom) this.toBottom();
    else show(this.parts.newest, newest > this.seen);
    this.drawTab();
  }

  toBottom() {
    const { log } = this.parts;
    log.scrollTop = log.scrollHeight;
    this.atBottom = true;
    this.markRead();
  }

  markRead() {
    if (this.section.offsetParent === null) return;
    this.seen = Math.max(this.seen, this.newestFromBot());
    showOrHandOver(this.parts.newest, false, this.parts.log);
    this.drawTab();
  }

  fromBot() {
    return (this.chat?.messages ?? []).filter((message) => message.from === "bot");
  }

  newestFromBot() {
    return this.fromBot().at(-1)?.message_id ?? 0;
  }

  showEarlier() {
    const { log } = this.parts;
    const fromEnd = log.scrollHeight - log.scrollTop;
    this.shown += SHOWN_AT_ONCE;
    this.drawMessages();
    log.scrollTop = log.scrollHeight - fromEnd;
    log.focus({ preventScroll: true });
  }

  drawTab() {
    const unread = this.fromBot().filter((message) => message.message_id > this.seen).length;
    const note = unread ? `${unread} new` : (ROLES[this.person.role] ?? "");
    this.tab.replaceChildren(make("strong", {}, this.person.first_name), make("span", {}, note));
    this.tab.classList.toggle("unread", unread > 0);
  }

  drawState() {
    const { messages, typing, blocked } = this.chat;
    const { parts } = this;
    const untouched = messages.length === 0;
    parts.status.classList.toggle("typing", Boolean(typing));
    setText(parts.status, typing ? "typing…" : "bot");
    setText(parts.botName, this.botName);
    showOrHandOver(parts.invitation, untouched && !blocked, parts.log);
    show(parts.composer, !blocked);
    showOrHandOver(parts.blocked, Boolean(blocked), parts.field);
    const invitation = `No messages yet. Press Start to meet ${this.botName}.`;
    setText(parts.invitationText, this.chat.description || invitation);
    setText(parts.blockButton, blocked ? "Unblock the bot" : "Block the bot");
    parts.blockButton.dataset.deed = blocked ? "unblock" : "block";
  }

  get botName() {
    return this.chat?.bot.first_name ?? "duobot";
  }

  // -- keyboards, commands, toast

  drawKeyboard() {
    const { keyboard, field } = this.parts;
    field.placeholder = this.chat.keyboard?.input_field_placeholder ?? "Message";
    const rows = this.chat.blocked ? [] : (this.chat.keyboard?.keyboard ?? []);
    const signature = JSON.stringify(rows);
    if (keyboard.dataset.signature === signature) return;
    const hadFocus = keyboard.contains(document.activeElement);
    keyboard.dataset.signature = signature;
    keyboard.replaceChildren(...rows.map((row) => this.keyboardRow(row)));
    show(keyboard, rows.length > 0);
    const heir = keyboard.querySelector("button") ?? field;
    if (hadFocus) heir.focus({ preventScroll: true });
  }

  keyboardRow(row) {
    const keys = row.map((key) => (typeof key === "string" ? { text: key } : key));
    return make("div", { className: "row" }, ...keys.map((key) => this.replyKey(key)));
  }

  replyKey(key) {
    const press = () => {
      if (key.request_contact) return this.deed("share_contact");
      return key.request_location ? this.deed("send", { kind: "location" }) : this.say(key.text);
    };
    const name = make("span", { dir: "auto" }, key.text);
    if (this.person.language_code) name.lang = this.person.language_code;
    return button("key", (event) => isEcho(event) || press(), name);
  }

  drawCommands() {
    const { commandsButton, commandsMenu } = this.parts;
    const commands = this.chat.commands ?? [];
    const signature = JSON.stringify(commands);
    if (commandsMenu.dataset.signature === signature) return;
    commandsMenu.dataset.signature = signature;
    show(commandsButton, commands.length > 0);
    commandsMenu.replaceChildren(...commands.map((command) => this.commandLine(command)));
  }

  commandLine({ command, description }) {
    const words = make("span", {}, description);
    if (this.person.language_code) words.lang = this.person.language_code;
    const say = (event) => isEcho(event) || this.say(`/${command}`);
    return make("li", {}, button("", say, make("strong", {}, `/${command}`), " ", words));
  }

  drawToast(before) {
    const { toast, alert } = this.chat;
    if (toast && (toast !== before.toast || this.tapped)) this.tell(toast, { stays: alert });
    if (toast) this.tapped = false;
  }

  /** Shows a notice over the chat: for a while, or until it is closed when it `stays`. */
  tell(words, { problem = false, stays = false } = {}) {
    const { toast, toastText, toastClose } = this.parts;
    clearTimeout(this.toastEnds);
    toast.classList.add("shown");
    toast.classList.toggle("problem", problem);
    toastText.replaceChildren(...(problem ? [make("strong", {}, "Not done. ")] : []), words);
    show(toastClose, true);
    if (!stays) this.toastEnds = setTimeout(() => this.endToast(), TOAST_MS);
  }

  endToast() {
    const { toast, toastText, toastClose, log } = this.parts;
    clearTimeout(this.toastEnds);
    toast.classList.remove("shown", "problem");
    toastText.replaceChildren();
    showOrHandOver(toastClose, false, log);
  }

  // -- what the person does

  async sendField() {
    const { field } = this.parts;
    const words = field.value.trim();
    if (!words || !(await this.say(words))) return;
    field.value = "";
    this.fitField();
  }

  fitField() {
    const { field } = this.parts;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 2}px`;
  }

  say(text) {
    return this.once(() => this.post("say", { text }));
  }

  deed(name, body = {}) {
    return this.once(() => this.post(name, body));
  }

  choose(chosen) {
    const deed = chosen?.dataset.deed;
    if (deed === "photo" || deed === "voice") this.deed("send", { kind: deed });
    else if (deed) this.deed(deed);
  }

  post(what, body) {
    return ask(`people/${this.person.id}/${what}`, body);
  }

  /** One thing at a time: what is pressed again before the answer is not sent again. */
  async once(act) {
    if (this.busy) return false;
    this.setBusy(true);
    try {
      await act();
      this.atBottom = true;
      this.refresh();
      return true;
    } catch (error) {
      this.tell(error.message, { problem: true });
      return false;
    } finally {
      this.setBusy(false);
    }
  }

  setBusy(busy) {
    this.busy = busy;
    this.parts.field.readOnly = busy;
    this.section.classList.toggle("busy", busy);
    this.parts.send.setAttribute("aria-disabled", String(busy));
  }

  // -- taps: a button waits visibly until the bot has answered

  async tap(messageId, key) {
    const name = tapKey(messageId, key);
    if (this.pending.has(name)) return;
    this.pending.set(name, { since: Date.now(), id: null });
    this.tapped = true;
    this.drawPending();
    try {
      const label = key.callback_data ?? key.text;
      const answer = await this.post("tap", { message_id: messageId, button: label });
      this.awaitAnswer(name, answer.callback_query_id);
    } catch (error) {
      this.pending.delete(name);
      this.drawPending();
      this.tell(error.message, { problem: true });
    }
  }

  awaitAnswer(name, id) {
    const tap = this.pending.get(name);
    if (tap) tap.id = id;
    setTimeout(() => this.refresh(), TAP_PATIENCE_MS);
    this.refresh();
  }

  /** A tap waits until the bot has answered it; after a while nobody waits any more. */
  settleTaps() {
    for (const [name, tap] of this.pending) {
      const late = Date.now() - tap.since >= TAP_PATIENCE_MS;
      const answered = tap.id && !this.chat.unanswered.includes(tap.id);
      if (late || answered) this.pending.delete(name);
    }
  }

  drawPending() {
    for (const key of this.parts.messages.querySelectorAll("[data-tap]")) {
      const waits = this.pending.has(key.dataset.tap);
      if (waits === key.classList.contains("pending")) continue;
      key.classList.toggle("pending", waits);
      if (waits) key.append(unseen(", waiting for the answer"));
      else key.querySelector(".unseen").remove();
    }
  }
}

// ---- The phones together -----------------------------------------------------------------------

const people = new Map();
const phones = [];

async function loadPeople() {
  const { people: everybody } = await ask("people");
  people.clear();
  for (const person of everybody) people.set(person.id, person);
}

/** Who holds the phones at the start: those in the address, else a mentee, a mentor and a coach. */
function firstHolders() {
  const asked = new URLSearchParams(location.search).get("phones");
  const usual = usualHolders();
  if (!asked) return usual;
  const chosen = asked.split(",").map((id, index) => people.get(Number(id)) ?? usual[index]);
  return chosen.filter(Boolean);
}

function usualHolders() {
  const everybody = [...people.values()];
  const cast = ["mentee", "mentor", "coach"].map((role) =>
    everybody.find((person) => person.role === role),
  );
  const others = everybody.filter((person) => !cast.includes(person));
  return cast.map((person) => person ?? others.shift()).filter(Boolean);
}

function rememberPhones() {
  if (!phones.length) return;
  const address = new URL(location.href);
  address.searchParams.set("phones", phones.map((phone) => phone.person.id).join(","));
  history.replaceState(null, "", address.href.replaceAll("%2C", ","));
}

function setUpPhones() {
  const set = firstHolders().map((person, index) => new Phone(index + 1, person));
  phones.push(...set);
  document.getElementById("phones").replaceChildren(...set.map((phone) => phone.section));
  document.getElementById("switch").replaceChildren(...set.map((phone) => phone.tab));
  if (set.length) bringForward(set[0]);
  else inviteSomebody();
}

function inviteSomebody() {
  const nobody = document.getElementById("nobody-template").content.cloneNode(true);
  nobody.querySelector("button").addEventListener("click", () => askForNewPerson(null));
  document.getElementById("phones").append(nobody);
}

/** On a narrow screen one phone is in sight at a time. */
function bringForward(chosen) {
  for (const phone of phones) {
    phone.section.classList.toggle("current", phone === chosen);
    phone.tab.setAttribute("aria-pressed", String(phone === chosen));
  }
  chosen.markRead();
}

/** After a break: who is there now, and every chat as it stands. */
async function refreshAll() {
  await loadPeople();
  if (!phones.length) return setUpPhones();
  for (const phone of phones) {
    const person = people.get(phone.person.id);
    if (person) phone.meet(person);
    else phone.hold(usualHolders()[0]);
  }
}

function askForNewPerson(phone) {
  const dialog = document.getElementById("new-person");
  dialog.phone = phone;
  document.getElementById("new-person-form").reset();
  setText(document.getElementById("new-person-problem"), "");
  dialog.showModal();
}

async function addPerson(form) {
  const first_name = form.elements.first_name.value.trim();
  const language_code = form.elements.language_code.value || null;
  const { id } = await ask("people", { first_name, language_code });
  await refreshAll();
  return people.get(id);
}

function setUpDialog() {
  const dialog = document.getElementById("new-person");
  const form = document.getElementById("new-person-form");
  const known = LANGUAGES.map((code) => make("option", { value: code }, languageName(code)));
  form.elements.language_code.append(...known, make("option", { value: "" }, "Not said"));
  document.getElementById("new-person-cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    welcome(dialog, form);
  });
}

async function welcome(dialog, form) {
  if (dialog.busy) return;
  dialog.busy = true;
  try {
    const person = await addPerson(form);
    dialog.phone?.hold(person);
    dialog.close();
  } catch (error) {
    setText(document.getElementById("new-person-problem"), error.message);
  } finally {
    dialog.busy = false;
  }
}

// ---- The clock ---------------------------------------------------------------------------------

let ahead = 0;

function setClock(now) {
  ahead = new Date(now) - Date.now();
  drawClock();
}

function clockWords() {
  const now = new Date(Date.now() + ahead);
  return `${dayOf(now)}, ${hourOf(now)} (Brussels)`;
}

function drawClock() {
  setText(document.getElementById("clock"), clockWords());
}

async function loadClock() {
  const { now, stops } = await ask("clock");
  setClock(now);
  const moves = document.getElementById("moves");
  const known = [...moves.querySelectorAll("[data-stop]")].map((node) => node.dataset.stop);
  for (const stop of stops.filter((name) => !known.includes(name))) {
    moves.append(make("button", { type: "button", "data-stop": stop }, capital(stop)));
  }
}

async function moveClock(pressed) {
  const { advance, stop } = pressed.dataset;
  const moves = pressed.parentElement;
  if (moves.getAttribute("aria-busy") === "true") return;
  moves.setAttribute("aria-busy", "true");
  try {
    const { now } = await ask("clock", stop ? { stop } : { advance_s: Number(advance) });
    setClock(now);
    announce(`It is now ${clockWords()}.`);
  } catch (error) {
    announce(error.message, true);
  } finally {
    moves.setAttribute("aria-busy", "false");
  }
}

function setUpClock() {
  document.getElementById("moves").addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (pressed) moveClock(pressed);
  });
  setInterval(drawClock, 1000);
}

let announcementEnds;

/** Good news shows on the page already and is only read out; a problem is shown too. */
function announce(words, problem = false) {
  const place = document.getElementById("announcer");
  clearTimeout(announcementEnds);
  place.className = problem ? "notice" : "unseen";
  setText(place, words);
  announcementEnds = setTimeout(hush, TOAST_MS);
}

function hush() {
  const place = document.getElementById("announcer");
  place.className = "unseen";
  setText(place, "");
}

// ---- The live wire -----------------------------------------------------------------------------

function setConnected(connected) {
  const place = document.getElementById("connection");
  place.classList.toggle("lost", !connected);
  setText(place, connected ? "" : "Connection lost, trying again…");
}

function listen() {
  const wire = new EventSource("sandbox/events");
  wire.addEventListener("open", catchUp);
  wire.addEventListener("chat", (event) => chatChanged(JSON.parse(event.data).chat));
  wire.addEventListener("clock", (event) => setClock(JSON.parse(event.data).now));
  wire.addEventListener("people", () => refreshAll().catch(() => setConnected(false)));
  wire.addEventListener("error", () => {
    setConnected(false);
    if (wire.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  });
}

function chatChanged(id) {
  for (const phone of phones) if (phone.person.id === id) phone.refresh();
}

async function catchUp() {
  try {
    await Promise.all([refreshAll(), loadClock()]);
    setConnected(true);
  } catch {
    setConnected(false);
    setTimeout(catchUp, 2000);
  }
}

/** A key held down presses a button once. */
function ignoreHeldKeys() {
  document.addEventListener("keydown", (event) => {
    const pressing = event.key === "Enter" || event.key === " ";
    if (event.repeat && pressing && event.target.closest("button")) event.preventDefault();
  });
}

setUpDialog();
setUpClock();
walkWithArrows(document.getElementById("switch"));
ignoreHeldKeys();
listen();
