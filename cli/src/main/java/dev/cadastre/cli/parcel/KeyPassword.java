package dev.cadastre.cli.parcel;

import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import java.util.Optional;

/**
 * The password of a signing key: from the environment, or from the person at the terminal, who is
 * asked without showing what is typed.
 */
public final class KeyPassword {

    private static final String VARIABLE = "CADASTRE_SECRET_PARCEL_KEY";

    private KeyPassword() {}

    /** Of a key that is there. */
    public static char[] ask(Session session) {
        return text(session, "The password of the key: ").toCharArray();
    }

    /** Of a key that is made; typed twice. */
    public static char[] choose(Session session) {
        String first = text(session, "A password for the key: ");
        if (session.surroundings().variable(VARIABLE).isEmpty()
                && !first.equals(text(session, "The same again: "))) {
            throw new Failure(Failure.Kind.NO, "These are two passwords", "Begin again.");
        }
        return first.toCharArray();
    }

    private static String text(Session session, String question) {
        Surroundings surroundings = session.surroundings();
        Optional<String> given = surroundings.variable(VARIABLE);
        if (given.isPresent()) {
            return given.get();
        }
        String typed =
                surroundings.inIsTerminal() ? surroundings.keyboard().secret(question) : null;
        if (typed == null || typed.isEmpty()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "Nobody gives the password of the key",
                    "Type it at a terminal, or set " + VARIABLE + ".");
        }
        return typed;
    }
}
