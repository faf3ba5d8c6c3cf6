package dev.cadastre.change.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Keeps the files of an archive in memory. */
final class MemoryTarget implements ArchiveTarget {

    private final Map<String, byte[]> contents = new HashMap<>();

    @Override
    public void file(String path, boolean executable, InputStream content) throws IOException {
        contents.put(path, content.readAllBytes());
    }

    ChangeFolder folder(Collection<FolderFile> files) {
        return new ChangeFolder(files, this::content);
    }

    private byte[] content(String path) throws IOException {
        byte[] content = contents.get(path);
        if (content == null) {
            throw new NoSuchFileException(path);
        }
        return content.clone();
    }
}
