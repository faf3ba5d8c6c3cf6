package dev.cadastre.bench;

import java.util.Random;
import java.util.stream.IntStream;

/**
 * The packages of an estate as large ones are: golden images that have much in common, hosts that
 * drifted from theirs, and days on which some hosts changed. There are {@value #DISTINCT} packages,
 * {@value #VERSIONS} versions of each of {@value #NAMES} names, and every host has {@value
 * #PACKAGES}. The same seed always makes the same estate. Not thread-safe while a day passes.
 */
final class LargeEstate {

    static final int NAMES = 4_000;
    static final int VERSIONS = 5;
    static final int DISTINCT = NAMES * VERSIONS;
    static final int PACKAGES = 800;

    /** How many packages are built from each source package but the last. */
    static final int BUILT_FROM_SOURCE = 3;

    static final int SOURCES = Math.ceilDiv(NAMES, BUILT_FROM_SOURCE);

    private static final int IMAGES = 40;
    private static final int COMMON = 400;
    private static final int DRIFTED = 10;
    private static final int OWN = 5;
    private static final int CHANGED_AT_ONCE = 20;
    private static final int CHANGING_OF_HUNDRED = 1;

    private final short[][] installed;
    private final long seed;
    private int day;

    LargeEstate(int hosts, long seed) {
        this.seed = seed;
        this.installed = new short[hosts][];
        short[][] images = new short[IMAGES][];
        for (int image = 0; image < IMAGES; image++) {
            images[image] = image(image);
        }
        for (int host = 0; host < hosts; host++) {
            installed[host] = drifted(images[imageOf(host)], new Random(seed * 31 + host));
        }
    }

    /** Which of the images a host was made from: few images have most of the hosts. */
    private static int imageOf(int host) {
        double place = new Random(host).nextDouble();
        return (int) (place * place * IMAGES);
    }

    private short[] image(int image) {
        Random random = new Random(seed + image);
        int[] others =
                random.ints(COMMON, NAMES).distinct().limit(PACKAGES - (long) COMMON).toArray();
        int generation = image % VERSIONS;
        short[] packages = new short[PACKAGES];
        for (int slot = 0; slot < PACKAGES; slot++) {
            int name = slot < COMMON ? slot : others[slot - COMMON];
            packages[slot] = installed(name, Math.min(VERSIONS - 1, (generation + name % 3) / 2));
        }
        return packages;
    }

    private static short[] drifted(short[] image, Random random) {
        short[] packages = image.clone();
        for (int i = 0; i < DRIFTED; i++) {
            int slot = random.nextInt(PACKAGES);
            packages[slot] = installed(packages[slot] / VERSIONS, random.nextInt(VERSIONS));
        }
        boolean[] taken = new boolean[NAMES];
        for (short known : packages) {
            taken[known / VERSIONS] = true;
        }
        for (int i = 0; i < OWN; i++) {
            int name = COMMON + random.nextInt(NAMES - COMMON);
            if (!taken[name]) {
                taken[name] = true;
                packages[COMMON + random.nextInt(PACKAGES - COMMON)] =
                        installed(name, random.nextInt(VERSIONS));
            }
        }
        return packages;
    }

    private static short installed(int name, int version) {
        return (short) (name * VERSIONS + version);
    }

    int hosts() {
        return installed.length;
    }

    /** The numbers of a host's packages, each of which is below {@value #DISTINCT}. */
    short[] packages(int host) {
        return installed[host];
    }

    /** How many hosts have a package in its version. */
    long holders(int number) {
        long holders = 0;
        for (short[] packages : installed) {
            for (short each : packages) {
                holders += each == number ? 1 : 0;
            }
        }
        return holders;
    }

    /** Lets a day pass, and tells which hosts have other packages since. */
    int[] passDay() {
        Random random = new Random(seed * 37 + ++day);
        int[] changing =
                random.ints(0, hosts())
                        .distinct()
                        .limit(Math.max(1, hosts() * CHANGING_OF_HUNDRED / 100))
                        .toArray();
        for (int host : changing) {
            change(installed[host], random);
        }
        return changing;
    }

    private static void change(short[] packages, Random random) {
        random.ints(0, PACKAGES)
                .distinct()
                .limit(CHANGED_AT_ONCE)
                .forEach(slot -> {
                    int version = packages[slot] % VERSIONS;
                    int later = (version + 1 + random.nextInt(VERSIONS - 1)) % VERSIONS;
                    packages[slot] = installed(packages[slot] / VERSIONS, later);
                });
    }

    static String host(int host) {
        return "host%06d".formatted(host);
    }

    static String packageName(int installed) {
        return "lib%04d".formatted(installed / VERSIONS);
    }

    /** The number of the source package that it was built from. */
    static int sourceNumber(int installed) {
        return installed / VERSIONS / BUILT_FROM_SOURCE;
    }

    static String source(int installed) {
        return "source" + sourceNumber(installed);
    }

    /** Versions of a name rise with its number. */
    static String version(int installed) {
        int version = installed % VERSIONS;
        return "1:%d.%d-%d+deb12u%d".formatted(major(installed), version * 3, version + 1, version);
    }

    /** Whether the version of one is lower than that of another, which may have another name. */
    static boolean older(int installed, int other) {
        return major(installed) == major(other)
                ? installed % VERSIONS < other % VERSIONS
                : major(installed) < major(other);
    }

    private static int major(int installed) {
        return installed / VERSIONS % 9 + 1;
    }

    /** The numbers of all packages that there are. */
    static IntStream all() {
        return IntStream.range(0, DISTINCT);
    }
}
