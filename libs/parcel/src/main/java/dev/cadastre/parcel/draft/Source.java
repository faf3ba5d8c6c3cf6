package dev.cadastre.parcel.draft;

import java.nio.file.Path;
import java.util.List;

/** What somebody has of an application who begins with a parcel. */
public sealed interface Source {

    /** Nothing yet. */
    record Nothing() implements Source {}

    /**
     * Wheels of Python, all that are needed.
     *
     * @param wheels their files
     * @param main the one that is the application
     */
    record Wheels(List<Path> wheels, Path main) implements Source {
        /** Copies the list. */
        public Wheels {
            wheels = List.copyOf(wheels);
        }
    }

    /** A jar that is run by {@code java -jar}. */
    record Jar(Path jar) implements Source {}

    /**
     * A package of Node.js, as {@code npm pack} writes it, with what it needs bundled.
     *
     * @param archive its file
     * @param main what is run, below the package's folder
     */
    record NodePackage(Path archive, String main) implements Source {}

    /** Packages of the distribution, by name. */
    record Packages(List<String> names) implements Source {
        /** Copies the list. */
        public Packages {
            names = List.copyOf(names);
        }
    }
}
