package dev.cadastre.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One run of the real script by a real shell of this machine. */
final class ProbeRun {

    private final Map<String, String> environment = new HashMap<>();
    private List<String> shell = List.of("sh");
    private String script = Probe.script();

    ProbeRun by(String... words) {
        Commands.installed(words[0]);
        shell = List.of(words);
        return this;
    }

    ProbeRun script(String text) {
        script = text;
        return this;
    }

    /** Describes a tree instead of this machine's own files. */
    ProbeRun root(Path tree) {
        environment.put("CADASTRE_ROOT", tree.toString());
        return this;
    }

    ProbeRun facts(Path folder) {
        environment.put("CADASTRE_FACTS_FOLDER", folder.toString());
        return this;
    }

    /** Looks for programs in that folder before those of the system. */
    ProbeRun programs(Path folder) {
        environment.put("CADASTRE_PROGRAMS", folder.toString());
        return this;
    }

    /** Is started by somebody who prefers the programs of that folder. */
    ProbeRun preferring(Path folder) {
        environment.put("PATH", folder + ":" + System.getenv("PATH"));
        return this;
    }

    /** Believes that these, in the form of proc(5), are the mounted file systems. */
    ProbeRun mounts(Path file) {
        environment.put("CADASTRE_MOUNTS", file.toString());
        return this;
    }

    byte[] output() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(shell);
        builder.environment().put("CADASTRE_FACTS_FOLDER", "/nonexistent");
        builder.environment().putAll(environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(script.getBytes(StandardCharsets.UTF_8));
        }
        byte[] output = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return output;
    }

    Report report() throws IOException, InterruptedException {
        return parsed(new String(output(), StandardCharsets.UTF_8));
    }

    static Report parsed(String text) {
        Parsed parsed = ReportParser.parse(text, ReportLimits.DEFAULT);
        assertThat(parsed).isInstanceOf(Parsed.Complete.class);
        return ((Parsed.Complete) parsed).report();
    }
}
