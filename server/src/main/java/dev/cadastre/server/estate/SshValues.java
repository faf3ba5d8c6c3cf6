package dev.cadastre.server.estate;

import dev.cadastre.ini.Quoted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Understands the values of the {@code ssh.*} keys. */
final class SshValues {
    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(5);
    private static final int LONGEST_JUMP = 512;
    private static final Pattern USER =
            Pattern.compile("[^\\s\\p{Cntrl}:/-][^\\s\\p{Cntrl}:/]{0,127}");
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final Pattern TIMEOUT = Pattern.compile("(?:(\\d{1,4})m)?(?:(\\d{1,4})s)?");
    private static final Pattern JUMP =
            Pattern.compile("(?:(.+)@)?(?:\\[([^\\]]+)]|([^:@\\[\\]]+))(?::(\\d+))?");

    private SshValues() {}

    static Checked<String> user(String text) {
        return USER.matcher(text).matches()
                ? new Checked.Valid<>(text)
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is not the name of a user",
                        "write a name without spaces, ':' or '/' that does not begin with '-'");
    }

    static Checked<Integer> port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        return port >= 1 && port <= 65_535
                ? new Checked.Valid<>(port)
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is not a port", "write a number from 1 to 65535");
    }

    static Checked<SshSettings.HostKeys> hostKeys(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "pin" -> new Checked.Valid<>(SshSettings.HostKeys.PIN);
            case "strict" -> new Checked.Valid<>(SshSettings.HostKeys.STRICT);
            default ->
                    new Checked.Invalid<>(
                            Quoted.of(text) + " is not a way to treat host keys",
                            "write pin to remember a key at first sight, or strict to refuse it");
        };
    }

    static Checked<Duration> timeout(String text) {
        Matcher parts = TIMEOUT.matcher(text);
        Duration timeout =
                parts.matches()
                        ? Duration.ofMinutes(number(parts.group(1)))
                                .plusSeconds(number(parts.group(2)))
                        : Duration.ZERO;
        return timeout.isPositive() && timeout.compareTo(LONGEST_TIMEOUT) <= 0
                ? new Checked.Valid<>(timeout)
                : new Checked.Invalid<>(
                        Quoted.of(text) + " is not a time to wait",
                        "write seconds and minutes such as 10s or 1m30s, at most 5m");
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** One path a line, for paths may contain spaces and commas. */
    static Checked<List<String>> identities(String text) {
        return new Checked.Valid<>(text.lines().filter(line -> !line.isEmpty()).toList());
    }

    static Checked<List<SshJump>> jumps(String text) {
        List<SshJump> jumps = new ArrayList<>();
        for (String part : Words.of(text)) {
            SshJump jump = jump(part);
            if (jump == null) {
                return new Checked.Invalid<>(
                        Quoted.of(part) + " is not a host to go through",
                        "write HOST, USER@HOST or USER@HOST:PORT, IPv6 addresses in brackets;"
                                + " nothing at all for a direct connection");
            }
            jumps.add(jump);
        }
        return new Checked.Valid<>(List.copyOf(jumps));
    }

    private static @Nullable SshJump jump(String text) {
        Matcher parts = JUMP.matcher(text);
        if (text.length() > LONGEST_JUMP || !parts.matches()) {
            return null;
        }
        String user = parts.group(1);
        String host = parts.group(2) == null ? parts.group(3) : parts.group(2);
        String port = parts.group(4);
        boolean valid =
                (user == null || user(user) instanceof Checked.Valid)
                        && (port == null || port(port) instanceof Checked.Valid)
                        && (Name.isValid(host) || HostAddress.parse(host) instanceof Checked.Valid);
        return valid ? new SshJump(host, user, port == null ? null : Integer.valueOf(port)) : null;
    }
}
