package dev.cadastre.change.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cadastre.change.Change;
import dev.cadastre.change.ChangeProgram;
import dev.cadastre.change.Given;
import dev.cadastre.change.Job;
import dev.cadastre.change.archive.ChangeFolder;
import dev.cadastre.change.archive.FolderFile;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars of applications, which are compiled here. */
class ProgramJarTest {

    private static final String DEPLOY =
            """
            package com.example.devops;
            import dev.cadastre.change.*;
            import dev.cadastre.change.operation.*;
            public final class Deploy implements ChangeProgram {
                public Change change(Given given) {
                    return Change.of("shop", Job.job(At.REMOTE,
                        RunCommand.of("shop --version " + given.text("version"))));
                }
            }
            """;
    private static final String SERVICE = "META-INF/services/" + ChangeProgram.class.getName();

    @TempDir private Path folder;

    private final Map<String, byte[]> entries = new TreeMap<>();
    private String ownName = "";

    private ProgramJarTest with(String path, String content) {
        entries.put(path, content.getBytes(UTF_8));
        return this;
    }

    private Path jar(String manifest) throws IOException {
        Manifest stated = new Manifest();
        stated.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!manifest.isEmpty()) {
            stated.getMainAttributes().putValue("Cadastre-Change", manifest);
        }
        if (!ownName.isEmpty()) {
            stated.getMainAttributes().putValue("Cadastre-Change-Jar", ownName);
        }
        Path jar = folder.resolve("app.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), stated)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new JarEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return jar;
    }

    private ProgramJarTest compiled(String name, String source) throws IOException {
        Path file = folder.resolve("src").resolve(name + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, source);
        Path out = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        boolean good =
                compiler.getTask(
                                said,
                                null,
                                null,
                                List.of(
                                        "-d",
                                        out.toString(),
                                        "-proc:none",
                                        "-cp",
                                        System.getProperty("java.class.path")
                                                + File.pathSeparator
                                                + out),
                                null,
                                compiler.getStandardFileManager(null, null, UTF_8)
                                        .getJavaFileObjects(file))
                        .call();
        assertThat(good).as(said.toString()).isTrue();
        try (Stream<Path> classes = Files.walk(out)) {
            for (Path one : classes.filter(Files::isRegularFile).toList()) {
                entries.put(out.relativize(one).toString(), Files.readAllBytes(one));
            }
        }
        return this;
    }

    @Test
    void isAmongItsFilesIfItSaysHowItIsCalledThere() throws IOException {
        compiled("Deploy", DEPLOY).with("com/example/devops/shop.conf", "port = 8080\n");
        ownName = "lib/shop.jar";
        Path path = jar("com.example.devops.Deploy");
        try (ProgramJar jar = ProgramJar.open(path)) {
            ChangeFolder files = jar.files("");

            assertThat(files.files())
                    .extracting(FolderFile::path)
                    .containsExactly("lib/shop.jar", "shop.conf");
            assertThat(files.content("lib/shop.jar")).isEqualTo(Files.readAllBytes(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../shop.jar", "/shop.jar"})
    void isCalledAsAFileOfAChangeMayBe(String name) throws IOException {
        compiled("Deploy", DEPLOY);
        ownName = name;
        try (ProgramJar jar = ProgramJar.open(jar("com.example.devops.Deploy"))) {
            assertThat(catchThrowableOfType(ProgramRefused.class, () -> jar.files("")).code())
                    .isEqualTo("change.jar-files");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.devops.Deploy, '', ''",
        "'', '# of the shop\n\ncom.example.devops.Deploy # it\n', Deploy",
        "com.example.devops.Deploy, com.example.devops.Deploy, com.example.devops.Deploy"
    })
    void namesItsChanges(String manifest, String service, String name) throws IOException {
        compiled("Deploy", DEPLOY);
        if (!service.isEmpty()) {
            with(SERVICE, service);
        }
        try (ProgramJar jar = ProgramJar.open(jar(manifest))) {
            assertThat(jar.names()).containsExactly("com.example.devops.Deploy");
            Change change = jar.program(name).change(Given.parameters(Map.of("version", "4.2")));
            assertThat(change.jobs())
                    .extracting(Job::operation)
                    .extracting(operation -> operation.summary())
                    .containsExactly("shop --version 4.2");
        }
    }

    @Test
    void carriesTheFilesBesideItsClass() throws IOException {
        compiled("Deploy", DEPLOY)
                .with("com/example/devops/shop.conf", "port = 1")
                .with("com/example/devops/ops/warm-up", "#!/bin/sh\n")
                .with("com/example/devops/", "")
                .with("com/example/other.txt", "")
                .with("top.txt", "");
        try (ProgramJar jar = ProgramJar.open(jar("com.example.devops.Deploy"))) {
            ChangeFolder files = jar.files("");

            assertThat(files.files())
                    .extracting(FolderFile::path)
                    .containsExactly("ops/warm-up", "shop.conf");
            assertThat(files.find("ops/warm-up")).get().matches(FolderFile::executable);
            assertThat(files.content("shop.conf")).isEqualTo("port = 1".getBytes(UTF_8));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"BOOT-INF", "WEB-INF"})
    void mayHoldOtherJars(String inside) throws IOException {
        compiled(
                "Version",
                "package com.example.lib; public class Version { public static final Object IS = 5;"
                        + " }");
        Path library = jar("");
        entries.clear();
        entries.put(inside + "/lib/lib.jar", Files.readAllBytes(library));
        Map<String, byte[]> outside = Map.copyOf(entries);
        entries.clear();
        compiled("Deploy", DEPLOY.replace("given.text(\"version\")", "com.example.lib.Version.IS"));
        entries.keySet().removeIf(path -> path.contains("/lib/"));
        with(SERVICE, "com.example.devops.Deploy").with("com/example/devops/x", "1");
        Map<String, byte[]> classes = new TreeMap<>(entries);
        entries.clear();
        entries.putAll(outside);
        classes.forEach((path, bytes) -> entries.put(inside + "/classes/" + path, bytes));

        try (ProgramJar jar = ProgramJar.open(jar(""))) {
            assertThat(jar.program("Deploy").change(Given.parameters(Map.of())).jobs())
                    .extracting(job -> job.operation().summary())
                    .containsExactly("shop --version 5");
            assertThat(jar.files("").files()).extracting(FolderFile::path).containsExactly("x");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.devops.Missing, Missing, change.program-wrong, no such class",
        "com.example.devops.Plain, Plain, change.program-wrong, does not implement",
        "com.example.devops.Shy, Shy, change.program-wrong, public constructor",
        "com.example.devops.Broken, Broken, change.program-wrong, no licence",
        "com.example.devops.Deploy, Other, change.program-unknown, name one of",
        "com.example.devops.Deploy com.example.devops.Plain, '', change.program-unknown, several"
    })
    void saysWhatIsWrongWithAChange(String manifest, String name, String code, String why)
            throws IOException {
        compiled("Deploy", DEPLOY);
        compiled("Plain", "package com.example.devops; public class Plain {}");
        compiled(
                "Shy",
                DEPLOY.replace("class Deploy", "class Shy")
                        .replace(
                                "{\n    public Change", "{\n    Shy(int x) {}\n    public Change"));
        compiled(
                "Broken",
                DEPLOY.replace("class Deploy", "class Broken")
                        .replace(
                                "{\n    public Change",
                                "{\n"
                                        + "    static { if (true) throw new IllegalStateException(\"no"
                                        + " licence\"); }\n"
                                        + "    public Change"));
        try (ProgramJar jar = ProgramJar.open(jar(manifest))) {
            ProgramRefused refused =
                    catchThrowableOfType(ProgramRefused.class, () -> jar.program(name));

            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused).hasMessageContaining(why);
        }
    }

    @Test
    void mustBeAJarThatNamesAChange() throws IOException {
        Path none = jar("");
        Path text = Files.writeString(folder.resolve("text.jar"), "no jar");

        for (Path path : List.of(none, text, folder.resolve("missing.jar"))) {
            ProgramRefused refused =
                    catchThrowableOfType(ProgramRefused.class, () -> ProgramJar.open(path));
            assertThat(refused.code())
                    .isEqualTo(
                            path.equals(none) ? "change.jar-no-program" : "change.jar-unreadable");
            assertThat(refused).hasMessageContaining(path.toString());
        }
    }
}
