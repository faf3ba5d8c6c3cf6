package dev.cadastre.lab;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host of the laboratory. It answers SSH as {@code root} and as {@code ops}, an account without
 * any rights, to the key {@link #identity()}. Safe for use by several threads. Every method returns
 * when what it does is done; a failure is a {@link LabException}.
 */
public final class LabHost {
    private final Lab lab;
    private final HostSpec spec;
    private final String address;
    private final String machineId;
    private final HostFiles files;
    private Conduct conduct;
    private String publicKey;
    private @Nullable HostProcess process;
    private String device = "";

    LabHost(Lab lab, HostSpec spec, String address, String machineId, HostFiles files) {
        this.lab = lab;
        this.spec = spec;
        this.address = address;
        this.machineId = machineId;
        this.files = files;
        this.conduct = spec.conduct();
        files.create(spec, address, machineId, Path.of(lab.identity() + ".pub"));
        this.publicKey = files.generateHostKey(spec.name());
    }

    /** Its hostname. */
    public String name() {
        return spec.name();
    }

    /** The address it has, as the specification wrote it. */
    public String address() {
        return address;
    }

    /** The port of its sshd. */
    public int port() {
        return spec.port();
    }

    /** The kind of system it is. */
    public Platform platform() {
        return spec.platform();
    }

    /** Its machine-id. */
    public String machineId() {
        return machineId;
    }

    /** The private key file that opens every host of this laboratory, in OpenSSH's format. */
    public Path identity() {
        return lab.identity();
    }

    /** Its present public host key, as {@code ssh-ed25519 AAAA…}, without a comment. */
    public synchronized String publicKey() {
        return publicKey;
    }

    /** What its sshd has logged since the host was last started. */
    public Path log() {
        return files.log();
    }

    /**
     * Runs shell text on the host as root, not over SSH, and returns its standard output; an exit
     * status other than 0, or more than a minute, is a failure.
     */
    public String run(String shell) {
        return enter(List.of("/bin/sh", "-c", shell), new byte[0]);
    }

    /**
     * Starts a program that stays, under one of the host's accounts and with its output in {@link
     * HostProgram#log()}, and returns without waiting for what it does. It ends with the host.
     */
    public HostProgram launch(String account, String... words) {
        return HostProgram.launch(this, account, List.of(words));
    }

    /** Writes a file as root with mode 0644, making its folders; {@code path} is absolute. */
    public void writeFile(String path, String content) {
        writeFile(path, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with the bytes of a file, which are in memory meanwhile. */
    public void writeFile(String path, byte[] content) {
        enter(
                List.of(
                        "/bin/sh",
                        "-c",
                        "umask 022 && mkdir -p \"${1%/*}/\" && cat >\"$1\"",
                        "sh",
                        path),
                content);
    }

    /**
     * Installs a package or brings it to another version, newer or older, through the host's own
     * package tool. A Debian package that is there keeps its files; the others have none.
     *
     * @param version as that tool writes it; {@code [epoch:]version-release} for RPM
     */
    public void installPackage(String name, String version) {
        script("install-", name, version);
    }

    /** Removes a package, in all its versions. */
    public void removePackage(String name) {
        script("remove-", name);
    }

    /** Takes the host off the network and ends all that runs on it; its files stay. */
    public synchronized void stop() {
        if (end()) {
            lab.network().delete(device);
        }
    }

    /** Ends all that runs on the host, and tells whether it was up. */
    synchronized boolean end() {
        HostProcess running = process;
        if (running == null) {
            return false;
        }
        running.kill();
        process = null;
        return true;
    }

    /** Starts a host that was stopped, and returns when its sshd listens. */
    public synchronized void start() {
        if (process != null) {
            return;
        }
        device = lab.network().nextDevice();
        files.configureSshd(address, port(), conduct);
        process = HostProcess.start(name(), startCommand(), log());
    }

    private List<String> startCommand() {
        return List.of(
                "unshare",
                "--net",
                "--uts",
                "--mount",
                "--pid",
                "--fork",
                "--kill-child",
                "sh",
                lab.startScript().toString(),
                name(),
                device,
                lab.network().group(),
                Network.withPrefix(address),
                Network.gateway(address),
                lab.trees(spec),
                files.folder().toString());
    }

    /** Freezes all that runs on the host: its kernel still accepts connections, nobody answers. */
    public synchronized void pause() {
        running().signal("STOP");
    }

    /** Lets a paused host go on where it was. */
    public synchronized void resume() {
        running().signal("CONT");
    }

    /** Starts the host again with a new host key; {@link Lab#knownHosts()} then holds the new. */
    public void rotateHostKey() {
        synchronized (this) {
            stop();
            publicKey = files.generateHostKey(name());
            start();
        }
        lab.writeClientFiles();
    }

    /** Starts the host again so that it treats commands in another way. */
    public synchronized void conduct(Conduct wanted) {
        stop();
        conduct = wanted;
        start();
    }

    private void script(String verb, String... arguments) {
        run(Resources.text(verb + platform().packageFormat() + ".sh"), List.of(arguments));
    }

    /** Runs shell text as {@link #run} does, with words that it finds as its own arguments. */
    String run(String shell, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", shell, "sh"));
        words.addAll(arguments);
        return enter(words, new byte[0]);
    }

    private String enter(List<String> words, byte[] input) {
        String target = String.valueOf(running().init());
        List<String> all = new ArrayList<>(List.of("prlimit", "--nofile=1024:"));
        all.addAll(List.of("nsenter", "-t", target, "--uts", "--net", "--pid", "--mount"));
        all.addAll(words);
        return Command.run(all, input);
    }

    private synchronized HostProcess running() {
        HostProcess running = process;
        if (running == null) {
            throw new LabException("host %s is stopped".formatted(name()));
        }
        return running;
    }
}
