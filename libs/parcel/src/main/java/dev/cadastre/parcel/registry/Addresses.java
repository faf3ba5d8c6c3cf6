package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.registry.RegistryRefused.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where servers send us to. Pure. */
final class Addresses {

    private static final Pattern NEXT =
            Pattern.compile("<(?<address>[^>]{1,4096})>\\s*;[^,]*\\brel=\"?next\"?(?![^\\s;,\"])");

    private Addresses() {}

    /** Whether somebody may be asked there: by HTTPS, or plainly where that is allowed. */
    static boolean isAllowed(URI uri, RegistryHost.Encryption encryption) {
        String scheme = Objects.toString(uri.getScheme(), "").toLowerCase(Locale.ROOT);
        String authority = uri.getRawAuthority();
        if (authority == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return false;
        }
        return scheme.equals("https")
                || (scheme.equals("http") && RegistryHost.isPlain(authority, encryption));
    }

    /**
     * Where an answer says to go on.
     *
     * @throws RegistryRefused if that is nowhere, or not to be gone to
     */
    static URI next(Answer answer, String address, RegistryHost.Encryption encryption)
            throws RegistryRefused {
        try {
            URI next = answer.uri().resolve(new URI(address));
            if (isAllowed(next, encryption)) {
                return next;
            }
        } catch (URISyntaxException e) {
            throw sentElsewhere(answer, address);
        }
        throw sentElsewhere(answer, address);
    }

    private static RegistryRefused sentElsewhere(Answer answer, String address) {
        return new RegistryRefused(
                Reason.WRONG_ANSWER,
                "%s sends us to %s, which is no address by HTTPS"
                        .formatted(
                                Shown.address(answer.uri()),
                                Shown.text(address.replaceFirst("\\?.*$", ""))));
    }

    /** Where the next page of a list is, of the headers {@code Link}. */
    static Optional<String> nextPage(List<String> links) {
        return links.stream()
                .filter(link -> link.length() <= 8_192)
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(link -> link.group("address"))
                .findFirst();
    }

    /** With more behind what is asked for there. */
    static URI withQuery(URI uri, String more) {
        String text = uri.toString();
        return URI.create(text + (uri.getRawQuery() == null ? "?" : "&") + more);
    }
}
