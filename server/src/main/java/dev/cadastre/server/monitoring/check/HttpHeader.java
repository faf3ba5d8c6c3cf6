package dev.cadastre.server.monitoring.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the head of a request or an answer.
 *
 * @param name as it is written
 * @param value without blanks around it
 */
record HttpHeader(String name, String value) {

    private static final Pattern LINE =
            Pattern.compile(
                    "([!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}):[ \\t]*([\\t\\x20-\\x7e\\x80-\\xff]*)");
    private static final Set<String> OURS =
            Set.of("host", "content-length", "transfer-encoding", "connection");
    private static final Set<String> SECRET = Set.of("authorization", "proxy-authorization");

    static final SettingType<HttpHeader> TYPE = HttpHeader::read;

    private static SettingReading<HttpHeader> read(String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            return SettingReading.wrong(
                    "A line of headers is none", "Write Name: value in Latin letters.");
        }
        String folded = line.group(1).toLowerCase(Locale.ROOT);
        if (SECRET.contains(folded)) {
            return SettingReading.wrong(
                    "The header " + line.group(1) + " holds a secret", "Use user and secret.");
        }
        return OURS.contains(folded)
                ? SettingReading.wrong(
                        "The header " + line.group(1) + " is made by the check",
                        "Leave it out; the host of url becomes Host, and address says where it"
                                + " is.")
                : SettingReading.read(new HttpHeader(line.group(1), line.group(2).strip()));
    }

    boolean is(String wanted) {
        return name.equalsIgnoreCase(wanted);
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
