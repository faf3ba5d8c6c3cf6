package dev.cadastre.server.demonstration;

/**
 * An upgrade that goes from environment to environment.
 *
 * @param image which hosts have what is upgraded
 * @param source the source package, all of whose packages are upgraded together
 * @param before the version until then
 * @param dev the day on which it reaches dev
 * @param qa the day on which it reaches qa
 * @param prod the day on which it reaches prod
 * @param share how many of a hundred hosts of prod have it so far
 */
record Upgrade(String image, String source, String before, int dev, int qa, int prod, int share) {

    /** Whether a host has it by the end of that day. */
    boolean reaches(InventedHost host, int day) {
        return host.has(image)
                && switch (host.environment()) {
                    case "dev" -> day >= dev;
                    case "qa" -> day >= qa;
                    default -> day >= prod && host.chance("upgrade " + source, 100) < share;
                };
    }
}
