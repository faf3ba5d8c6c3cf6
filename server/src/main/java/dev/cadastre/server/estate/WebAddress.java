package dev.cadastre.server.estate;

import dev.cadastre.ini.Quoted;
import java.net.URI;
import java.net.URISyntaxException;

/** Understands addresses that are asked by HTTP. */
final class WebAddress {

    private static final int LONGEST = 2_000;
    private static final int LAST_PORT = 65_535;

    private WebAddress() {}

    static Checked<URI> parse(String text) {
        if (text.indexOf('@') >= 0) {
            // What stands before it may be a secret already, so it is not shown.
            return new Checked.Invalid<>(
                    "'…' has a user or a password in it",
                    "write http://HOST:PORT/, and change the password if it was real");
        }
        try {
            URI uri = new URI(text);
            return isUsable(uri) && text.length() <= LONGEST
                    ? new Checked.Valid<>(uri)
                    : invalid(text);
        } catch (URISyntaxException e) {
            return invalid(text);
        }
    }

    private static boolean isUsable(URI uri) {
        boolean web =
                "http".equalsIgnoreCase(uri.getScheme())
                        || "https".equalsIgnoreCase(uri.getScheme());
        return web
                && uri.getHost() != null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= LAST_PORT;
    }

    private static Checked<URI> invalid(String text) {
        return new Checked.Invalid<>(
                Quoted.of(text) + " is not an address that can be asked",
                "write http://HOST:PORT/ or https://HOST:PORT/");
    }
}
