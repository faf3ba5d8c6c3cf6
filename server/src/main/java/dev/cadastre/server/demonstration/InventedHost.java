package dev.cadastre.server.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A host of the invented organisation. All that is told of it follows from its name, so that each
 * demonstration is like the other. Immutable.
 *
 * @param name its name
 * @param environment dev, qa or prod
 * @param groups its role, its service, and its system unless that is Debian 12
 */
record InventedHost(String name, String environment, List<String> groups) {

    /** On one in so many, somebody has installed something by hand. */
    private static final int DRIFTERS = 12;

    private static final List<ImagePackage> BY_HAND =
            List.of(
                    new ImagePackage("debian-12", "tcpdump", "4.99.3-1", "tcpdump"),
                    new ImagePackage("debian-12", "strace", "6.1-0.1", "strace"),
                    new ImagePackage("debian-12", "gcc", "4:12.2.0-3", "gcc-defaults"),
                    new ImagePackage("debian-12", "htop", "3.2.2-2", "htop"));

    /** One in so many has not been heard of for days. */
    private static final int SILENT = 75;

    /** A number below {@code range} that is always the same for this host and topic. */
    int chance(String topic, int range) {
        CRC32 sum = new CRC32();
        sum.update((name + " " + topic).getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % range);
    }

    String address() {
        int network =
                switch (environment) {
                    case "prod" -> 20;
                    case "qa" -> 21;
                    default -> 22;
                };
        return "10.%d.%d.%d".formatted(network, chance("third", 250), chance("fourth", 250) + 1);
    }

    String system() {
        return groups.stream()
                .filter(group -> group.equals("rocky-9") || group.equals("centos-7"))
                .findFirst()
                .orElse("debian-12");
    }

    /** Whether it tells nothing any more on that day. */
    boolean isSilent(int day) {
        return day > Past.DAYS - 6 && chance("silence", SILENT) == 0;
    }

    /** What is installed at the end of a day, in the images' order. */
    List<ImagePackage> installed(Catalogue catalogue, int day) {
        List<ImagePackage> installed = new ArrayList<>();
        for (ImagePackage item : catalogue.packages()) {
            if (has(item.image())) {
                installed.add(asOf(item, catalogue, day));
            }
        }
        drift(day, installed);
        return installed;
    }

    /** Whether it was made from an image, as {@code debian-12/db}. */
    boolean has(String image) {
        int slash = image.indexOf('/');
        return slash < 0
                ? image.equals(system())
                : image.substring(0, slash).equals(system())
                        && groups.contains(image.substring(slash + 1));
    }

    private ImagePackage asOf(ImagePackage item, Catalogue catalogue, int day) {
        for (Upgrade upgrade : catalogue.upgrades()) {
            if (upgrade.image().equals(item.image())
                    && upgrade.source().equals(item.source())
                    && !upgrade.reaches(this, day)) {
                return new ImagePackage(item.image(), item.name(), upgrade.before(), item.source());
            }
        }
        return item;
    }

    private void drift(int day, List<ImagePackage> installed) {
        int since = chance("drift day", Past.DAYS);
        if (chance("drift", DRIFTERS) == 0 && day >= since && system().equals("debian-12")) {
            ImagePackage item = BY_HAND.get(chance("drift what", BY_HAND.size()));
            if (installed.stream().noneMatch(known -> known.name().equals(item.name()))) {
                installed.add(item);
            }
        }
    }
}
