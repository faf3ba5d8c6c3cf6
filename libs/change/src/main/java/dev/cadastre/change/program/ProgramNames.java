package dev.cadastre.change.program;

import dev.cadastre.change.ChangeProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The classes that a jar says are changes. */
final class ProgramNames {

    private static final String OF_MANIFEST = "Cadastre-Change";
    private static final String JAR = "Cadastre-Change-Jar";
    private static final String SERVICE = "META-INF/services/" + ChangeProgram.class.getName();

    private ProgramNames() {}

    /** Those of its manifest, and then those of its services. */
    static Set<String> of(JarFile jar, JarLayout layout) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        Arrays.stream(stated(jar, OF_MANIFEST).split("[\\s,]+", -1))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        ZipEntry services = jar.getEntry(layout.classes() + SERVICE);
        if (services != null) {
            try (BufferedReader lines =
                    new BufferedReader(
                            new InputStreamReader(
                                    jar.getInputStream(services), StandardCharsets.UTF_8))) {
                lines.lines().flatMap(ProgramNames::named).forEach(names::add);
            }
        }
        return names;
    }

    /** What the jar itself is called among the files of its changes; empty if it is none. */
    static String ofJar(JarFile jar) throws IOException {
        return stated(jar, JAR).strip();
    }

    private static String stated(JarFile jar, String attribute) throws IOException {
        Manifest manifest = jar.getManifest();
        String value = manifest == null ? null : manifest.getMainAttributes().getValue(attribute);
        return value == null ? "" : value;
    }

    private static Stream<String> named(String line) {
        int comment = line.indexOf('#');
        String name = (comment < 0 ? line : line.substring(0, comment)).strip();
        return name.isEmpty() ? Stream.empty() : Stream.of(name);
    }
}
