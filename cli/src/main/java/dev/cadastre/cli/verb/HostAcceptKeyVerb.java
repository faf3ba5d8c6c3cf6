package dev.cadastre.cli.verb;

import dev.cadastre.cli.json.JsonObject;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.session.Session;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cadastre host accept-key NAME FINGERPRINT}. */
@Command(
        name = "accept-key",
        description = {
            "Vouch for the changed SSH key of a host, so that work with it goes on.",
            "Compare the fingerprint with what the host itself says: ssh-keygen -lf"
                    + " /etc/ssh/ssh_host_ed25519_key.pub"
        },
        footer = {
            "",
            "Example: cadastre host accept-key web1 SHA256:uNiVztksCsDhcc0u9e8BgrJXVGTSB7Jxqrjj9lRWDYg"
        })
final class HostAcceptKeyVerb implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", description = "the host")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FINGERPRINT", description = "SHA256:… of the new key")
    private String fingerprint = "";

    HostAcceptKeyVerb(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        session.server()
                .write(
                        "POST",
                        Path.of("hosts", name, "accept-key"),
                        new JsonObject().with("fingerprint", fingerprint).json());
        session.remark("Accepted the key of %s.".formatted(name));
        return 0;
    }
}
