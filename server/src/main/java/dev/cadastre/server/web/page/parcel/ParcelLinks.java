package dev.cadastre.server.web.page.parcel;

import dev.cadastre.server.web.page.Links;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Addresses of the pages of parcels. */
public final class ParcelLinks {

    static final String PATH = "/parcels";

    private ParcelLinks() {}

    /** A parcel in its newest version. */
    public static String to(String name) {
        return PATH + "/" + name;
    }

    /** One version of a parcel. */
    public static String to(String name, String version) {
        return to(name) + "/" + version;
    }

    /** Where the same is served as a file. */
    public static String archive(String name, String version) {
        return "/api/v1" + to(name, version) + "/archive";
    }

    /** A file of a manual. */
    public static String manual(String name, String version, String file) {
        return to(name, version)
                + "/manual/"
                + UriUtils.encodePath(file, StandardCharsets.UTF_8).replace(";", "%3B");
    }

    /** The parcels that provide, or mention, something. */
    public static String about(String text) {
        return Links.to(PATH, "q", text);
    }

    /** What is provided or required, of a line such as {@code postgresql >=13 as database}. */
    public static String subject(String line) {
        int blank = line.indexOf(' ');
        return blank < 0 ? line : line.substring(0, blank);
    }

    /** The rest of such a line. */
    public static String rest(String line) {
        return line.substring(subject(line).length());
    }
}
