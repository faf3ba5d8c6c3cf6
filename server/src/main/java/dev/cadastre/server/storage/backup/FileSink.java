package dev.cadastre.server.storage.backup;

import java.io.IOException;
import java.nio.file.Path;

/** Takes files of the home into a backup. Paths are below the home, with slashes. */
public interface FileSink {

    /** Takes these bytes as the file. */
    void file(String path, byte[] content) throws IOException;

    /** Takes what is in the file, which nobody changes meanwhile. */
    void file(String path, Path source) throws IOException;
}
