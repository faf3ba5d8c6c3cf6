package dev.cadastre.cli.run;

import dev.cadastre.change.run.Secrets;
import dev.cadastre.cli.session.Session;
import dev.cadastre.cli.session.Surroundings;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the environment, as {@code CADASTRE_SECRET_NAME}, or else from the person at the
 * terminal, who is asked without showing what is typed.
 */
public final class AskedSecrets implements Secrets {

    private final Session session;

    /** Asks at that session's terminal. */
    public AskedSecrets(Session session) {
        this.session = session;
    }

    @Override
    public @Nullable String ask(String name, boolean wasWrong) {
        Surroundings surroundings = session.surroundings();
        Optional<String> given = surroundings.variable(variable(name));
        if (given.isPresent() && !wasWrong) {
            return given.get();
        }
        String typed =
                surroundings.inIsTerminal()
                        ? surroundings
                                .keyboard()
                                .secret(
                                        wasWrong
                                                ? "That is not the secret " + name + "; again: "
                                                : "The secret " + name + ": ")
                        : null;
        if (typed == null) {
            session.remark(
                    (given.isPresent()
                                    ? "What %2$s holds is not the secret %1$s; correct it."
                                    : "Nobody gives the secret %s; set %s.")
                            .formatted(name, variable(name)));
        }
        return typed == null || typed.isEmpty() ? null : typed;
    }

    private static String variable(String name) {
        return "CADASTRE_SECRET_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
