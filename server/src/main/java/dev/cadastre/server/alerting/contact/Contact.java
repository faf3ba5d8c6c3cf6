package dev.cadastre.server.alerting.contact;

import java.net.URI;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * One place where somebody is reached.
 *
 * @param address a mail address, the URL of a web-hook, or the address of an account; that of a
 *     room ends in {@link #ROOM}
 * @param secretNames of a web-hook, the names of the secrets that each request is signed with; the
 *     secrets themselves are nowhere but in the server's environment
 */
@NamedInterface("contact")
public record Contact(ChannelKind kind, String address, List<String> secretNames) {

    /** As in links to rooms. */
    public static final String ROOM = "?join";

    /** Copies the names. */
    public Contact {
        secretNames = List.copyOf(secretNames);
    }

    /** The address as it may be shown: the path of a web-hook is often a secret itself. */
    public String shown() {
        return kind == ChannelKind.WEBHOOK ? shown(address) : address;
    }

    private static String shown(String url) {
        URI uri = URI.create(url);
        boolean bare = uri.getRawPath().length() <= 1 && uri.getRawQuery() == null;
        return uri.getScheme() + "://" + uri.getRawAuthority() + (bare ? "/" : "/…");
    }
}
