package dev.cadastre.cli.app;

import dev.cadastre.cli.attach.ServerRun;
import dev.cadastre.cli.json.Json;
import dev.cadastre.cli.output.Format;
import dev.cadastre.cli.run.RunPage;
import dev.cadastre.cli.session.Session;

/** Watches runs that the server undoes by itself. */
public final class Undoing {

    /** So often one looks whether the server has begun. */
    private static final int MOST_LOOKS = 40;

    private final Session session;

    /** For that session's person. */
    public Undoing(Session session) {
        this.session = session;
    }

    /**
     * Watches a run until it is undone, and tells what became of that.
     *
     * @return whether all of it was undone
     */
    public boolean attend(ServerRun run) throws InterruptedException {
        Json detail = run.detail();
        for (int i = 0; i < MOST_LOOKS && !isUndoing(detail); i++) {
            session.surroundings().pause().take();
            detail = run.detail();
        }
        if (!isUndoing(detail)) {
            session.remark("Run %s is not being undone.".formatted(run.id()));
            return false;
        }
        session.remark("Run %s is being undone.".formatted(run.id()));
        Json undone = run.attend();
        int status =
                session.printer().format() == Format.TABLE
                        ? RunPage.ended(session, undone)
                        : RunPage.told(session, undone);
        if (status == 0) {
            session.remark("Run %s is undone.".formatted(run.id()));
        }
        return status == 0;
    }

    private static boolean isUndoing(Json detail) {
        return detail.holds("run", "undoing");
    }
}
