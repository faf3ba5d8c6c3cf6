package dev.cadastre.change.operation;

import dev.cadastre.change.script.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What is told by a wheel of Python. */
final class Wheel {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._+!-]*\\.whl");
    private static final Pattern INFO =
            Pattern.compile("([A-Za-z0-9][A-Za-z0-9._+!-]*\\.dist-info)/METADATA");

    private Wheel() {}

    /** Whether a path relative to the folder of wheels is one's name. */
    static boolean isName(String path) {
        return NAME.matcher(path).matches();
    }

    /** The folder that tells, once it is installed, that it is. */
    static String info(String name, Payload wheel) {
        return wheel.once("dist-info of " + name, bytes -> info(name, bytes.open()));
    }

    private static String info(String name, InputStream wheel) {
        try (ZipInputStream in = new ZipInputStream(wheel)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var info = INFO.matcher(entry.getName());
                if (info.matches()) {
                    return info.group(1);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(name + " is no whole wheel: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException(name + " is no wheel: it has no METADATA");
    }
}
