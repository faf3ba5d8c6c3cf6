package dev.cadastre.change.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.script.ScriptRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A root of its own, with its own processes and mounts, over a tree that is not touched: one of the
 * laboratory's, or this machine's. All of it is gone when it is closed.
 */
final class ThrowAwayRoot implements AutoCloseable {

    private static final String MOUNTS =
            """
            set -e
            mount -t tmpfs tmpfs "$2"
            mkdir "$2/upper" "$2/work" "$2/root"
            mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work" "$2/root"
            mount --bind "$3" "$2/root/mnt"
            mount -t proc proc "$2/root/proc"
            mount --rbind /dev "$2/root/dev"
            echo ready
            exec cat
            """;

    private final Process holder;
    private final Path scratch;
    private final String root;

    private ThrowAwayRoot(Process holder, Path scratch, Path mounts) {
        this.holder = holder;
        this.scratch = scratch;
        this.root = mounts + "/root";
    }

    /** Over a tree of the laboratory: debian, rpm or busybox. */
    static ThrowAwayRoot of(String tree, Path folder) throws IOException {
        String lab = System.getenv("CADASTRE_LAB");
        Path trees =
                (lab == null
                                ? Path.of(System.getProperty("user.home"), ".cache/cadastre-lab")
                                : Path.of(lab))
                        .resolve("trees");
        assertThat(trees.resolve(tree))
                .as("the laboratory's trees, which lab/bin/prepare makes")
                .isDirectory();
        return over(trees.resolve(tree).toRealPath(), folder);
    }

    /** Over this machine's own root. */
    static ThrowAwayRoot ofThisMachine(Path folder) throws IOException {
        return over(Path.of("/"), folder);
    }

    private static ThrowAwayRoot over(Path tree, Path folder) throws IOException {
        Path mounts = Files.createDirectories(folder.resolve("mounts"));
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Process holder =
                new ProcessBuilder(
                                "unshare",
                                "--mount",
                                "--pid",
                                "--fork",
                                "--kill-child",
                                "sh",
                                "-c",
                                MOUNTS,
                                "sh",
                                tree.toString(),
                                mounts.toString(),
                                scratch.toString())
                        .redirectErrorStream(true)
                        .start();
        String ready =
                new BufferedReader(
                                new InputStreamReader(
                                        holder.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        assertThat(ready).as("a root of its own, which only root can make").isEqualTo("ready");
        return new ThrowAwayRoot(holder, scratch, mounts);
    }

    /** A file in it, as this machine reaches it. */
    Path path(String inside) {
        return Path.of("/proc/" + holder.pid() + "/root" + root + inside);
    }

    ScriptRun run(String shell) throws IOException {
        return new ScriptRun(shell, scratch).by(way("chroot", root)).seeing("/mnt");
    }

    /** By a shell that hears nothing of a hang-up, as on a terminal that may go. */
    ScriptRun runDeafToHangUps(String shell) throws IOException {
        String deaf = "trap '' HUP; exec chroot \"$@\"";
        return new ScriptRun(shell, scratch).by(way("sh", "-c", deaf, "sh", root)).seeing("/mnt");
    }

    /** What a command prints that is run inside. */
    String inside(String command) throws IOException, InterruptedException {
        return output(way("chroot", root, "/bin/sh", "-c", command));
    }

    /** What a command prints that is run in its mounts, with {@code $root} for its root. */
    String mounted(String command) throws IOException, InterruptedException {
        return output(way("env", "root=" + root, "sh", "-ec", command));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment()
                .put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", List.of(command), output).isZero();
        return output;
    }

    private String[] way(String... command) {
        List<String> way = new ArrayList<>();
        // Whoever has these tests run may ignore it, as nohup does, and no shell undoes that.
        way.add("env");
        way.add("--default-signal=HUP");
        way.add("nsenter");
        way.add("--mount=/proc/" + holder.pid() + "/ns/mnt");
        way.add("--pid=/proc/" + holder.pid() + "/ns/pid_for_children");
        way.addAll(List.of(command));
        return way.toArray(String[]::new);
    }

    /** Ends whatever runs in it. */
    @Override
    public void close() {
        holder.destroyForcibly();
        try {
            holder.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
