package dev.cadastre.change.archive;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of an archive are put. */
interface ArchiveTarget {

    /** Takes a file, whose path is safe and new. */
    void file(String path, boolean executable, InputStream content) throws IOException;
}
