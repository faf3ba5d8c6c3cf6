package dev.cadastre.change.operation;

import dev.cadastre.change.tar.TarEntry;
import dev.cadastre.change.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Checks the paths in a tar archive, as every tar of a host may understand them. */
final class TarEntries {

    private final TarReader tar;
    private final ArchivePaths paths = new ArchivePaths();

    /** As tars see them that know no long names, such as busybox's of those of pax. */
    private final ArchivePaths shortPaths = new ArchivePaths();

    TarEntries(InputStream tar) {
        this.tar = new TarReader(tar);
    }

    /**
     * Reads all entries.
     *
     * @throws IllegalArgumentException if there is none, or a path is unsafe
     * @throws IOException if it is no whole tar archive
     */
    void check() throws IOException {
        int entries = 0;
        for (Optional<TarEntry> next = tar.next(); next.isPresent(); next = tar.next()) {
            entry(next.get());
            entries++;
        }
        if (entries == 0) {
            throw new IllegalArgumentException("nothing is in it");
        }
    }

    private void entry(TarEntry entry) {
        String name = entry.name();
        switch (entry.kind()) {
            case LINK -> {
                paths.link(name);
                shortPaths.link(entry.shortName());
            }
            case DEVICE -> throw new IllegalArgumentException(name + " is a device or pipe");
            default -> {
                if (entry.kind() == TarEntry.Kind.HARD_LINK) {
                    paths.refer(name, entry.link());
                }
                paths.file(name, entry.kind() == TarEntry.Kind.FOLDER);
                shortPaths.folder(entry.shortName());
            }
        }
    }
}
