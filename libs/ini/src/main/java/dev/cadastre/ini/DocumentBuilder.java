package dev.cadastre.ini;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Builds a document from its lines, in order; the rules are those of Python's {@code _read}. */
final class DocumentBuilder {
    private static final Pattern LIKE_AN_ENTRY = Pattern.compile("[A-Za-z0-9._-]+\\s+=(\\s.*)?");
    private static final Pattern LIKE_A_HEADER = Pattern.compile("\\[[^\\]]+\\]");

    private final String file;
    private final Problems problems;
    private final OpenSection defaults = new OpenSection(IniDocument.DEFAULT, 0);
    private final Map<String, OpenSection> sections = new LinkedHashMap<>();

    private @Nullable OpenSection section;
    private @Nullable OpenEntry entry;
    private int indent;
    private boolean headerMissing;

    DocumentBuilder(String file) {
        this.file = file;
        this.problems = new Problems(file);
    }

    void line(int number, String line) {
        refuseControlCharacters(number, line);
        String text = Whitespace.strip(line);
        if (text.isEmpty()) {
            blank();
        } else if (text.charAt(0) != '#' && text.charAt(0) != ';') {
            words(number, Whitespace.leading(line), text);
        }
    }

    private void refuseControlCharacters(int number, String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isISOControl(c) && c != '\t') {
                problems.error(
                        number,
                        i + 1,
                        "ini.control-character",
                        "the line contains the control character U+%04X".formatted((int) c),
                        "remove it");
                return;
            }
        }
    }

    private void blank() {
        if (entry != null) {
            entry.add("");
        }
    }

    private void words(int number, int leading, String text) {
        if (entry != null && leading > indent) {
            continuation(number, leading, text, entry);
            return;
        }
        indent = leading;
        int close = text.startsWith("[") ? text.lastIndexOf(']') : -1;
        if (close >= 2) {
            header(number, leading, text, close);
        } else if (section == null) {
            entryBeforeHeader(number, text);
        } else {
            entry(number, leading, text, section);
        }
    }

    private void continuation(int number, int leading, String text, OpenEntry value) {
        value.add(text);
        if (!value.key().isEmpty() && looksMisplaced(text)) {
            problems.warning(
                    number,
                    leading + 1,
                    "ini.indented",
                    "%s is indented, so it belongs to the value of %s in line %d"
                            .formatted(Quoted.of(text), Quoted.of(value.key()), value.line()),
                    "remove the indentation if it is meant to stand for itself");
        }
    }

    private static boolean looksMisplaced(String text) {
        return LIKE_AN_ENTRY.matcher(text).matches() || LIKE_A_HEADER.matcher(text).matches();
    }

    private void header(int number, int leading, String text, int close) {
        entry = null;
        section = open(number, text.substring(1, close));
        String rest = Whitespace.strip(text.substring(close + 1));
        if (!rest.isEmpty() && rest.charAt(0) != '#' && rest.charAt(0) != ';') {
            problems.warning(
                    number,
                    leading + close + 2,
                    "ini.after-header",
                    "what follows the section header is ignored: " + Quoted.of(rest),
                    "put it on a line of its own");
        }
    }

    private OpenSection open(int number, String name) {
        if (name.equals(IniDocument.DEFAULT)) {
            defaults.writtenAt(number);
            return defaults;
        }
        OpenSection opened = new OpenSection(name, number);
        OpenSection earlier = sections.putIfAbsent(name, opened);
        if (earlier != null) {
            problems.error(
                    number,
                    1,
                    "ini.duplicate-section",
                    "the section %s already stands in line %d"
                            .formatted(Quoted.of("[" + name + "]"), earlier.line()),
                    "join the two, or rename one");
        }
        return opened;
    }

    private void entryBeforeHeader(int number, String text) {
        if (headerMissing) {
            return;
        }
        headerMissing = true;
        if (text.charAt(0) == '\ufeff') {
            problems.error(
                    number,
                    1,
                    "ini.byte-order-mark",
                    "the file begins with a byte order mark",
                    "save it as UTF-8 without one");
        } else {
            problems.error(
                    number,
                    1,
                    "ini.no-section",
                    Quoted.of(text) + " stands before the first section",
                    "put a header such as [DEFAULT] above it");
        }
    }

    private void entry(int number, int leading, String text, OpenSection into) {
        int delimiter = delimiter(text);
        String key = Whitespace.stripTrailing(text.substring(0, Math.max(delimiter, 0)));
        if (key.isEmpty()) {
            noKeyOrValue(number, leading, text, delimiter);
            entry = new OpenEntry("", number, 0, "");
            return;
        }
        warnOfOpenHeader(number, leading, text);
        String after = text.substring(delimiter + 1);
        int column = leading + delimiter + 1 + Whitespace.leading(after) + 1;
        entry = new OpenEntry(Keys.normal(key), number, column, Whitespace.strip(after));
        add(into, entry);
    }

    private static int delimiter(String text) {
        int equals = text.indexOf('=');
        int colon = text.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    private void noKeyOrValue(int number, int leading, String text, int delimiter) {
        int column = leading + 1;
        if (delimiter >= 0) {
            String message = "no key stands before the " + text.charAt(delimiter);
            problems.error(number, column, "ini.no-key", message, "write key = value");
        } else if (text.charAt(0) == '[') {
            String message = "the section header " + Quoted.of(text) + " is not complete";
            problems.error(number, column, "ini.bad-header", message, "write [name]");
        } else {
            String message = Quoted.of(text) + " is neither a section, nor a key with a value";
            String remedy = "write key = value; an empty value is allowed";
            problems.error(number, column, "ini.no-value", message, remedy);
        }
    }

    private void warnOfOpenHeader(int number, int leading, String text) {
        if (text.charAt(0) == '[') {
            problems.warning(
                    number,
                    leading + 1,
                    "ini.open-header",
                    Quoted.of(text) + " is read as a key, for it has no ]",
                    "close the bracket if it is meant as a section");
        }
    }

    private void add(OpenSection into, OpenEntry added) {
        OpenEntry earlier = into.add(added);
        if (earlier != null) {
            problems.error(
                    added.line(),
                    1,
                    "ini.duplicate-key",
                    "the key %s of %s already stands in line %d"
                            .formatted(
                                    Quoted.of(added.key()),
                                    Quoted.of("[" + into.name() + "]"),
                                    earlier.line()),
                    "keep one of the two");
        }
    }

    IniReading reading() {
        Map<String, Section> closed = new LinkedHashMap<>();
        sections.forEach((name, opened) -> closed.put(name, opened.close()));
        return new IniReading(new IniDocument(file, defaults.close(), closed), problems.list());
    }
}
