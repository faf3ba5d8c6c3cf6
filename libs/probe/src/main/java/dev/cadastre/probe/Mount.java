package dev.cadastre.probe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A mounted file system that holds files of its own (proc(5), {@code /proc/mounts}).
 *
 * @param device what is mounted
 * @param point where
 * @param type of file system
 * @param readOnly whether it is mounted so
 */
record Mount(String device, String point, String type, boolean readOnly) {

    /** File systems that the kernel or the session makes up. */
    private static final Pattern PSEUDO =
            Pattern.compile(
                    "proc|sysfs|dev(tmpf|pt)s|tmpfs|ramfs|rootfs|cgroup2?|securityfs|debugfs|tracefs"
                            + "|configfs|pstore|bpf|mqueue|hugetlbfs|autofs|binfmt_misc|efivarfs|nsfs"
                            + "|fusectl|rpc_pipefs|selinuxfs|squashfs|fuse\\.(lxcfs|gvfsd-fuse"
                            + "|portal)|nfsd|overlay|aufs");

    /** Where container engines mount what comes and goes with containers. */
    private static final Pattern PASSING =
            Pattern.compile(
                    "/(var/lib/(docker|containers|containerd|kubelet|lxd|lxcfs)|run|proc|sys|dev|snap)"
                            + "/.*");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3})");

    /** Mounts in their order; of several on one point, the last, which covers the others. */
    static List<Mount> parse(List<String> lines) {
        Map<String, Mount> mounts = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ", 6);
            if (words.length >= 4) {
                Mount mount =
                        new Mount(
                                unescaped(words[0]),
                                unescaped(words[1]),
                                words[2],
                                readOnly(words[3]));
                if (mount.holdsFiles()) {
                    mounts.put(mount.point(), mount);
                }
            }
        }
        return List.copyOf(mounts.values());
    }

    private static boolean readOnly(String options) {
        return ("," + options + ",").contains(",ro,");
    }

    private boolean holdsFiles() {
        boolean containersRoot = point.equals("/") && type.equals("overlay");
        return (containersRoot || !PSEUDO.matcher(type).matches()) && !passing(point);
    }

    /** Whether what is mounted there comes and goes with containers. */
    static boolean passing(String point) {
        return PASSING.matcher(point).matches();
    }

    private static String unescaped(String text) {
        return Cleaned.line(
                ESCAPE.matcher(text)
                        .replaceAll(match ->
                                java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(match.group(1), 8)))));
    }
}
