package dev.cadastre.cli.offline;

import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.journal.FolderJournal;
import dev.cadastre.change.journal.JournalText;
import dev.cadastre.cli.change.ChangeUpload;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.server.Failure;
import dev.cadastre.cli.server.Server;
import dev.cadastre.cli.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Sends what runs of this machine have written down to a server. */
public final class OfflineUpload {

    private final Session session;

    /** To the session's server. */
    public OfflineUpload(Session session) {
        this.session = session;
    }

    /**
     * Sends a run, with its change; what was sent before is not sent again.
     *
     * @param run its id, or the folder that it is in
     * @return the run as the server has it then
     */
    public Json send(String run) {
        Path given = Path.of(run);
        RunFolder folder =
                Files.isDirectory(given)
                        ? new RunFolder(given.toAbsolutePath().normalize())
                        : new OfflineRuns(session).find(run);
        if (!folder.isBegun()) {
            throw new Failure(
                    Failure.Kind.USAGE,
                    "%s is no folder of a run that was begun".formatted(run),
                    "See `cadastre run ls --offline`.");
        }
        OfflineOrder order = folder.order();
        ChangeFolder change = folder.change(order.digest());
        Server server = session.server();
        ChangeUpload.send(server, change);
        return journal(server, folder, order);
    }

    private static Json journal(Server server, RunFolder folder, OfflineOrder order) {
        try {
            byte[] bytes = Files.readAllBytes(folder.path().resolve(FolderJournal.FILE));
            int length = Math.toIntExact(JournalText.read(bytes).length());
            Path whole = Files.createTempFile("cadastre-journal", ".jsonl");
            try {
                // What is torn at its end means nothing, and what follows may just be written.
                Files.write(whole, Arrays.copyOf(bytes, length));
                return server.upload(
                        "PUT",
                        dev.cadastre.cli.server.Path.of("uploaded-runs", folder.id())
                                .with("archive", order.digest())
                                .with("file", order.file()),
                        whole,
                        "application/x-ndjson");
            } finally {
                Files.delete(whole);
            }
        } catch (IOException e) {
            throw RunFolder.unusable(folder.path(), e);
        }
    }
}
