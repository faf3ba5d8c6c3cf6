package dev.cadastre.parcel.registry;

import dev.cadastre.parcel.oci.JsonDocument;
import dev.cadastre.parcel.oci.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The logins of Docker's {@code config.json} and the {@code auth.json} of other tools. Programs
 * that such a file names as helpers are not run. Immutable.
 */
public final class LoginFile {

    private static final int MOST_BYTES = 1 << 20;

    private final Map<String, Login> logins;

    private LoginFile(Map<String, Login> logins) {
        this.logins = logins;
    }

    /**
     * Reads one. Entries without a secret are passed over: a helper has that.
     *
     * @throws MalformedJson if it is no JSON, or a login cannot be read; secrets are not repeated
     */
    public static LoginFile read(byte[] json) throws MalformedJson {
        JsonNode auths = JsonDocument.read(json, MOST_BYTES).path("auths");
        Map<String, Login> logins = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : auths.properties()) {
            login(entry.getKey(), entry.getValue())
                    .ifPresent(login -> logins.put(place(entry.getKey()), login));
        }
        return new LoginFile(logins);
    }

    private static Optional<Login> login(String name, JsonNode entry) throws MalformedJson {
        String identity = entry.path("identitytoken").asString("");
        String user = entry.path("username").asString("");
        String password = entry.path("password").asString("");
        String auth = entry.path("auth").asString("");
        if (!auth.isEmpty()) {
            String both = decoded(name, auth);
            user = both.substring(0, both.indexOf(':'));
            password = both.substring(both.indexOf(':') + 1);
        }
        return password.isEmpty() && identity.isEmpty()
                ? Optional.empty()
                : Optional.of(new Login(user, password, identity));
    }

    private static String decoded(String name, String auth) throws MalformedJson {
        try {
            String both = new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
            if (both.indexOf(':') >= 0) {
                // Old versions of Docker filled it up with zeros.
                return both.replace("\0", "");
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedJson("auths: \"auth\" of %s is not in Base64".formatted(name));
        }
        throw new MalformedJson("auths: \"auth\" of %s is not USER:PASSWORD".formatted(name));
    }

    /** Some tools write addresses with a scheme and a version. */
    private static String place(String key) {
        String place = key.replaceFirst("^https?://", "");
        boolean isAddress = !place.equals(key);
        return isAddress ? place.replaceFirst("/.*$", "") : place.replaceFirst("/+$", "");
    }

    /** The login for a repository, or for the longest path above it that has one. */
    public Optional<Login> login(RegistryHost host, String repository) {
        String place = host.authority() + "/" + repository;
        while (true) {
            Login login = logins.get(place);
            int slash = place.lastIndexOf('/');
            if (login != null || slash < 0) {
                return Optional.ofNullable(login);
            }
            place = place.substring(0, slash);
        }
    }
}
