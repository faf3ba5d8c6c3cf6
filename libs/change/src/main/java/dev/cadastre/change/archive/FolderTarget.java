package dev.cadastre.change.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** Puts the files of an archive in a new folder. Closing it removes what did not become one. */
final class FolderTarget implements ArchiveTarget, AutoCloseable {

    private final Path folder;
    private final NewFolder files;

    private FolderTarget(Path folder, NewFolder files) {
        this.folder = folder;
        this.files = files;
    }

    static FolderTarget beside(Path folder) throws IOException {
        return new FolderTarget(folder.toAbsolutePath(), NewFolder.beside(folder));
    }

    @Override
    public void file(String path, boolean executable, InputStream content) throws IOException {
        try (OutputStream out = files.file(path, executable)) {
            content.transferTo(out);
        }
    }

    /** Lets it become the folder. */
    ChangeFolder folder(Collection<FolderFile> listed) throws IOException {
        files.become();
        return new ChangeFolder(listed, path -> Files.readAllBytes(folder.resolve(path)));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
