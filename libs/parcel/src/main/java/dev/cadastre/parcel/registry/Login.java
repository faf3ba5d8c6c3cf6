package dev.cadastre.parcel.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * What a registry is told about who asks. Its text does not show the secrets.
 *
 * @param user the name; empty with an identity token alone
 * @param password the password, or an access token
 * @param identityToken what new tokens are asked for with; empty if there is none
 */
public record Login(String user, String password, String identityToken) {

    /** One by name and password. */
    public static Login of(String user, String password) {
        return new Login(user, password, "");
    }

    /** The value of the header {@code Authorization} by the scheme {@code Basic}. */
    String basic() {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
