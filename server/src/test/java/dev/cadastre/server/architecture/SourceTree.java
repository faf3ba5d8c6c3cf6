package dev.cadastre.server.architecture;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of the repository, without what builds make. Immutable. */
final class SourceTree {

    private static final Path SERVER = Path.of("server/src/main/java/dev/cadastre/server");
    private static final Set<String> PASSED_OVER = Set.of(".git", "target", "node_modules");

    private final Path root;

    /** By path from the root; of a folder the path alone. */
    private final SortedMap<Path, Path> all = new TreeMap<>();

    private SourceTree(Path root) {
        this.root = root;
    }

    static SourceTree of(Path root) throws IOException {
        SourceTree tree = new SourceTree(root);
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        tree.add(folder);
                        return PASSED_OVER.contains(folder.getFileName().toString())
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        tree.add(file);
                        return FileVisitResult.CONTINUE;
                    }
                });
        return tree;
    }

    private void add(Path file) {
        all.put(root.relativize(file), file);
    }

    /** Whether there is a file of that path, which may have stars, or a room of the server. */
    boolean has(String path) {
        String bare = path.replaceFirst("/$", "");
        if (!bare.contains("*")) {
            return all.containsKey(Path.of(bare).normalize())
                    || all.containsKey(SERVER.resolve(bare));
        }
        PathMatcher pattern = FileSystems.getDefault().getPathMatcher("glob:" + bare);
        return all.keySet().stream().anyMatch(pattern::matches);
    }

    /** The files of a type of that name. */
    List<Path> types(String name) {
        return all.values().stream()
                .filter(file -> file.getFileName().toString().equals(name + ".java"))
                .toList();
    }
}
