package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.session.Session;
import java.util.List;

/** Prints what can be seen only once, so that it can be redirected into a file. */
final class Secrets {

    private Secrets() {}

    static void print(Session session, Json answer, String secret) {
        session.remark("This token is shown only now; keep it where only its user can read it:");
        if (session.printer().format() == Format.JSON) {
            session.printer().items(answer, List.of(), List.of());
        } else {
            session.printer().line(secret);
        }
    }
}
