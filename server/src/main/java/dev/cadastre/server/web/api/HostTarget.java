package dev.cadastre.server.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host as people name it to SSH: {@code ops@web1:22}, {@code web1}, {@code [fd00::1]:2222}.
 *
 * @param user null where none is given
 * @param host a name or an IP address, without brackets
 * @param port null where none is given
 */
record HostTarget(@Nullable String user, String host, @Nullable String port) {

    private static final Pattern FORM =
            Pattern.compile(
                    "(?:(?<user>[^@\\s]+)@)?"
                            + "(?:\\[(?<bracketed>[^\\]\\s]+)\\]|(?<host>[^@:\\s]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))"
                            + "(?::(?<port>[0-9]{1,5}))?");

    /** Empty where the text has no such form; whether its parts are valid is not looked at. */
    static Optional<HostTarget> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String bracketed = matcher.group("bracketed");
        return Optional.of(
                new HostTarget(
                        matcher.group("user"),
                        bracketed == null ? matcher.group("host") : bracketed,
                        matcher.group("port")));
    }

    /** As keys and values of the estate. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("address", host);
        if (user != null) {
            settings.put("ssh.user", user);
        }
        if (port != null) {
            settings.put("ssh.port", port);
        }
        return settings;
    }
}
