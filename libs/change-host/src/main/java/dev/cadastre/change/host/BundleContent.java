package dev.cadastre.change.host;

import dev.cadastre.change.archive.ArchiveRefused;
import dev.cadastre.change.archive.ChangeArchive;
import dev.cadastre.change.archive.ChangeFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The files of a bundle, as a host passes them on: a tar archive that is not believed. */
final class BundleContent {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Runnable tooLarge;
    private boolean isTooLarge;
    private String status = "";

    /**
     * None yet.
     *
     * @param tooLarge told once when more has come than is taken
     */
    BundleContent(Runnable tooLarge) {
        this.tooLarge = tooLarge;
    }

    void add(byte[] more) {
        if (isTooLarge) {
            return;
        }
        if (bytes.size() + more.length > HostBundles.MOST_BYTES) {
            isTooLarge = true;
            bytes.reset();
            tooLarge.run();
        } else {
            bytes.writeBytes(more);
        }
    }

    /** No more comes; with the exit status of what has sent it. */
    void end(String exit) {
        status = exit;
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** Whether the host itself could not read all of it. */
    boolean isPart() {
        return !status.isEmpty() && !status.equals("0");
    }

    /**
     * The files; none if nothing came.
     *
     * @throws ArchiveRefused if there is anything else in it, or nothing that can be read
     */
    ChangeFolder files() throws IOException {
        byte[] all = bytes.toByteArray();
        // A record that follows begins a line of its own, and an archive ends in zeros.
        int length = all.length > 0 && all[all.length - 1] == '\n' ? all.length - 1 : all.length;
        return length == 0
                ? ChangeFolder.of(Map.of(), List.of())
                : ChangeArchive.read(new ByteArrayInputStream(Arrays.copyOf(all, length)));
    }
}
