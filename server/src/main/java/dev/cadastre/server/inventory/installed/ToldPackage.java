package dev.cadastre.server.inventory.installed;

import dev.cadastre.probe.InstalledPackage;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A package of a report. Reports share the packages that are alike, so that two are equal only if
 * they hold the very same one: to tell that takes no look at its texts.
 */
public final class ToldPackage implements PackageDictionary.Numbered {

    private final InstalledPackage told;
    private final @Nullable String osId;
    private final Function<ToldPackage, @Nullable PackageRow> rows;

    /**
     * A package that a host tells of.
     *
     * @param osId the id of its operating system, if it is known
     * @param rows makes its row, if it is to have one; depends on nothing but the package
     */
    public ToldPackage(
            InstalledPackage told,
            @Nullable String osId,
            Function<ToldPackage, @Nullable PackageRow> rows) {
        this.told = told;
        this.osId = osId;
        this.rows = rows;
    }

    /** The package as it was told. */
    public InstalledPackage told() {
        return told;
    }

    /** The namespace of its purl. */
    public @Nullable String namespace() {
        return Purls.namespace(told.type(), osId);
    }

    @Override
    public @Nullable PackageRow row() {
        return rows.apply(this);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // equal packages that are not the same are found by row
    public boolean equals(@Nullable Object other) {
        return other instanceof ToldPackage that
                && told == that.told
                && Objects.equals(osId, that.osId);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(told);
    }

    @Override
    public String toString() {
        return told.toString();
    }
}
