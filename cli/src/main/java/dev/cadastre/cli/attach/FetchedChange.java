package dev.cadastre.cli.attach;

import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.cli.change.ChangeSource;
import dev.cadastre.cli.change.GivenChange;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Path;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The change of a run as the server has it. Somebody else may have sent it, and it is to do things
 * on this machine in the name of whoever sits here, so that they have to agree to that.
 */
final class FetchedChange {

    private final Session session;
    private final Server server;
    private final String run;
    private final Attachment attachment;

    FetchedChange(Session session, String run, Attachment attachment) {
        this.session = session;
        this.server = session.server();
        this.run = run;
        this.attachment = attachment;
    }

    /** Fetches it; empty if nobody agrees. */
    Optional<GivenChange> get() {
        Json detail = server.read(Path.of("runs", run));
        return isAgreed(detail) ? Optional.of(fetched(detail)) : Optional.empty();
    }

    private boolean isAgreed(Json detail) {
        if (attachment.local()) {
            return true;
        }
        String what =
                "Run %s of %s, which %s started, has steps for the machine of whoever runs it."
                        .formatted(
                                run,
                                detail.text("run", "change").orElse(""),
                                detail.text("run", "who").orElse(""));
        if (!session.surroundings().inIsTerminal()) {
            session.remark(what + " They are left to others; --local does them here.");
            return false;
        }
        session.remark(what);
        session.surroundings().err().print("Do them on this machine? [y/N] ");
        session.surroundings().err().flush();
        return session.line().strip().equalsIgnoreCase("y");
    }

    private GivenChange fetched(Json detail) {
        String digest = detail.text("run", "archive").orElse("");
        ChangeFolder folder =
                server.read(
                        Path.of("change-archives", digest), in -> ChangeArchive.read(in, digest));
        String file =
                server.read(Path.of("plans", detail.text("run", "plan").orElse("")))
                        .text("file")
                        .orElse("");
        ValuesOfRun values = ValuesOfRun.read(server, run);
        Map<String, String> known = new HashMap<>(values.local());
        known.putAll(ValuesOfRun.texts(detail.at("parameters")));
        ChangeSource source = new ChangeSource(known, values.hosts());
        GivenChange given = source.kept(folder, file, file);
        java.nio.file.Path jar = attachment.jar();
        return jar == null ? given : source.joined(given, jar, attachment.program());
    }
}
