package dev.cadastre.server.access;

/**
 * A token with its secret, which cannot be had again.
 *
 * @param secret {@code cad_} and 43 letters, digits, hyphens and underscores
 */
public record IssuedToken(Token token, String secret) {

    /** Leaves the secret out, so that no log gets it. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.name() + "]";
    }
}
