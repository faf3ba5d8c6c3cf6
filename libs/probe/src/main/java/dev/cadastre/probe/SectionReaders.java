package dev.cadastre.probe;

import java.nio.ByteOrder;

/** Which reader understands which kind of section. */
final class SectionReaders {

    private SectionReaders() {}

    static SectionReader reader(Section section, ByteOrder order, UnderstoodLines understood) {
        return switch (section.kind()) {
            case IDENTITY -> new IdentityReader();
            case SYSTEM -> new SystemReader();
            case HARDWARE -> new HardwareReader();
            case STORAGE -> new StorageReader();
            case STORAGE_USAGE -> new StorageUsageReader();
            case NETWORK -> new NetworkReader(order);
            case PACKAGES_DPKG -> new StanzaPackagesReader(PackageType.DEB, section, understood);
            case PACKAGES_APK -> new StanzaPackagesReader(PackageType.APK, section, understood);
            case PACKAGES_RPM -> new RpmPackagesReader(understood);
            case PACKAGES_PYTHON -> new PythonPackagesReader();
            case PACKAGES_NPM -> new NpmPackagesReader();
            case DAEMONS -> new DaemonsReader();
            case SOCKETS -> new SocketsReader(order);
            case RUNTIMES -> new RuntimesReader();
            case PLUGIN, SNIPPET -> new AddedFactsReader();
        };
    }
}
