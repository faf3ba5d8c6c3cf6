package dev.cadastre.change.operation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether all that an archive holds stays in the folder that it is unpacked to, with a tar of
 * any age: no path leads upwards, and none through a link.
 */
final class ArchivePaths {

    private final Set<String> links = new HashSet<>();

    void file(String name, boolean folder) {
        String path = checked(name);
        if (links.contains(path) && !folder) {
            throw new IllegalArgumentException(name + " is to replace a link that comes before it");
        }
    }

    /** The same of what replaces nothing but a folder. */
    void folder(String name) {
        file(name, true);
    }

    void link(String name) {
        links.add(checked(name));
    }

    void refer(String name, String other) {
        if (links.contains(checked(other))) {
            throw new IllegalArgumentException(name + " is another name of a link");
        }
    }

    private String checked(String name) {
        List<String> parts =
                Arrays.stream(name.split("/", -1))
                        .filter(part -> !part.isEmpty() && !part.equals("."))
                        .toList();
        if (name.startsWith("/") || parts.contains("..")) {
            throw new IllegalArgumentException(name + " leads out of its folder");
        }
        for (int i = 1; i < parts.size(); i++) {
            if (links.contains(String.join("/", parts.subList(0, i)))) {
                throw new IllegalArgumentException(name + " leads through a link");
            }
        }
        return String.join("/", parts);
    }
}
