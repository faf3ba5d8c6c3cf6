package dev.cadastre.plugin;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Loads all classes of this library, as long as they can be read. */
final class LibraryClasses {
    private static final String SUFFIX = ".class";

    private LibraryClasses() {}

    /** Loads those in a folder or an archive. */
    static void load(Path library) throws IOException, ClassNotFoundException {
        if (Files.isDirectory(library)) {
            loadBelow(library);
            return;
        }
        try (FileSystem archive = FileSystems.newFileSystem(library)) {
            loadBelow(archive.getPath("/"));
        }
    }

    private static void loadBelow(Path root) throws IOException, ClassNotFoundException {
        String name = LibraryClasses.class.getPackageName();
        for (String file : files(root.resolve(name.replace('.', '/')))) {
            if (file.endsWith(SUFFIX) && !file.startsWith("package-info")) {
                String simple = file.substring(0, file.length() - SUFFIX.length());
                Class.forName(name + "." + simple, false, LibraryClasses.class.getClassLoader());
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
