package example;

import dev.cadastre.ini.Expansion;
import dev.cadastre.ini.IniParser;
import dev.cadastre.ini.IniReading;
import dev.cadastre.probe.Parsed;
import dev.cadastre.probe.Probe;
import dev.cadastre.probe.Report;
import dev.cadastre.probe.ReportLimits;
import dev.cadastre.probe.ReportParser;
import dev.cadastre.ssh.Command;
import dev.cadastre.ssh.HostAddress;
import dev.cadastre.ssh.Identity;
import dev.cadastre.ssh.PinnedHostKeys;
import dev.cadastre.ssh.RunResult;
import dev.cadastre.ssh.SshConnections;
import dev.cadastre.ssh.Target;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Takes stock of one host that an INI file names: three libraries in thirty lines. */
public final class Inventory {

    private Inventory() {}

    /** What the probe tells of the host {@code [name]} of the file. */
    public static Report of(String name, String ini) throws IOException {
        IniReading reading = IniParser.parse("hosts.ini", ini);
        String address = value(reading, name, "address");
        byte[] script = Probe.script().getBytes(StandardCharsets.UTF_8);
        if (address.equals("local")) {
            return read(here(script));
        }
        Identity key = new Identity.KeyFile(Path.of(value(reading, name, "key")));
        Target target =
                new Target(HostAddress.parse(address), value(reading, name, "user"), List.of(key));
        try (SshConnections connections = new SshConnections(new PinnedHostKeys())) {
            RunResult result = connections.run(target, Command.of("sh -s").reading(script));
            if (result instanceof RunResult.Completed completed) {
                return read(completed.output().stream());
            }
            throw new IOException(result.toString());
        }
    }

    private static String value(IniReading reading, String section, String key) {
        if (reading.isUsable()
                && reading.document().value(section, key) instanceof Expansion.Complete complete) {
            return complete.text();
        }
        throw new IllegalArgumentException(
                "[" + section + "] " + key + " is missing: " + reading.problems());
    }

    private static InputStream here(byte[] script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-s").start();
        try (var input = shell.getOutputStream()) {
            input.write(script);
        }
        return shell.getInputStream();
    }

    private static Report read(InputStream output) throws IOException {
        if (ReportParser.parse(output, ReportLimits.DEFAULT) instanceof Parsed.Complete complete) {
            return complete.report();
        }
        throw new IOException("The host sent no report");
    }
}
