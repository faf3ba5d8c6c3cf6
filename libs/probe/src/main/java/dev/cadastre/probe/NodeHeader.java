package dev.cadastre.probe;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header in which an installation of Node.js tells its version. */
final class NodeHeader {

    private NodeHeader() {}

    /** The same runtime, with the version from the header beside it where it had none. */
    static RuntimeFile completed(RuntimeFile file, SectionText text) {
        if (!file.kind().equals("node") || file.version() != null) {
            return file;
        }
        String header = file.path().replaceFirst("/bin/[^/]+$", "/include/node/node_version.h");
        return new RuntimeFile(file.kind(), version(text.lines(header)), file.path());
    }

    private static @Nullable String version(List<String> lines) {
        String version =
                Stream.of("MAJOR", "MINOR", "PATCH")
                        .map(part -> number("#define NODE_" + part + "_VERSION ", lines))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."));
        return version.isEmpty() ? null : version;
    }

    private static @Nullable String number(String prefix, List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(prefix)) {
                return Cleaned.value(line.substring(prefix.length()));
            }
        }
        return null;
    }
}
