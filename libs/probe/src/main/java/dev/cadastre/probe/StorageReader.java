package dev.cadastre.probe;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands disks and mounts. */
final class StorageReader implements SectionReader {

    private static final Pattern DISK = Pattern.compile("/sys/block/([^/]+)/(.+)");
    private static final Pattern VIRTUAL_DISK = Pattern.compile("(loop|ram|zram|sr|fd|nbd)[0-9]+");
    private static final long SECTOR_BYTES = 512;

    @Override
    public void read(SectionText text, Findings findings) {
        for (Mount mount : Mount.parse(text.lines("/proc/mounts"))) {
            String name = "mount." + mount.point();
            findings.state(name + ".device", mount.device());
            findings.state(name + ".type", mount.type());
            findings.state(name + ".readonly", mount.readOnly());
        }
        for (String source : text.sources().keySet()) {
            Matcher matcher = DISK.matcher(source);
            if (matcher.matches() && !VIRTUAL_DISK.matcher(matcher.group(1)).matches()) {
                disk("disk." + matcher.group(1), matcher.group(2), text.lines(source), findings);
            }
        }
    }

    private static void disk(String name, String what, List<String> lines, Findings findings) {
        String value = lines.isEmpty() ? "" : lines.get(0).strip();
        switch (what) {
            case "size" -> size(name, Numbers.scaled(value, SECTOR_BYTES), findings);
            case "device/model" -> findings.state(name + ".model", value);
            case "queue/rotational" -> findings.state(name + ".rotational", value.equals("1"));
            default -> {}
        }
    }

    /** A drive without a medium has no size. */
    private static void size(String name, OptionalLong bytes, Findings findings) {
        if (bytes.orElse(0) > 0) {
            findings.state(name + ".size", bytes);
        }
    }
}
