package dev.cadastre.server.web.api;

import dev.cadastre.api.Finding;
import dev.cadastre.api.Installation;
import dev.cadastre.server.storage.growth.DiskRoom;
import dev.cadastre.server.storage.growth.GrowthReport;
import dev.cadastre.server.storage.growth.Taken;
import dev.cadastre.server.storage.upkeep.JobState;
import dev.cadastre.server.storage.upkeep.Months;
import dev.cadastre.server.storage.upkeep.TableRoom;
import dev.cadastre.server.storage.upkeep.UpkeepReport;
import java.util.List;

/** Findings and growth on the wire. */
public final class InstallationRecords {

    private InstallationRecords() {}

    /** How the installation is. */
    public static Installation installation(
            List<dev.cadastre.server.storage.health.Finding> findings,
            GrowthReport growth,
            UpkeepReport upkeep) {
        return new Installation(
                findings.stream().map(InstallationRecords::finding).toList(),
                growth(growth),
                new Installation.Upkeep(
                        upkeep.jobs().stream().map(InstallationRecords::job).toList(),
                        upkeep.months().stream().map(InstallationRecords::months).toList(),
                        upkeep.tables().stream().map(InstallationRecords::table).toList()));
    }

    private static Installation.Job job(JobState job) {
        return new Installation.Job(
                job.name(),
                job.kept().stream()
                        .map(kept ->
                                new Installation.Kept(
                                        kept.what(),
                                        kept.time() == null ? null : kept.time().toDays()))
                        .toList(),
                job.lastAt(),
                Installation.Job.Outcome.valueOf(job.outcome().name()),
                job.problem().isEmpty() ? null : job.problem(),
                job.nextAt());
    }

    private static Installation.Months months(Months months) {
        return new Installation.Months(
                months.table(),
                months.count(),
                months.oldest() == null ? null : months.oldest().toString(),
                months.newest() == null ? null : months.newest().toString(),
                months.nextFrom());
    }

    private static Installation.Table table(TableRoom room) {
        return new Installation.Table(
                room.table(),
                room.rows(),
                room.dead(),
                room.bytes(),
                room.spare(),
                room.vacuumedAt());
    }

    private static Finding finding(dev.cadastre.server.storage.health.Finding finding) {
        return new Finding(
                finding.kind().code(),
                Finding.Severity.valueOf(finding.severity().name()),
                finding.subject(),
                finding.what(),
                finding.kind().remedy());
    }

    private static Installation.Growth growth(GrowthReport growth) {
        DiskRoom disk = growth.disk();
        return new Installation.Growth(
                growth.at(),
                taken(growth.tables()),
                taken(growth.folders()),
                new Installation.Disk(disk.bytes(), disk.free(), disk.perDay(), disk.fullAt()));
    }

    private static List<Installation.Taken> taken(List<Taken> all) {
        return all.stream()
                .map(one -> new Installation.Taken(one.name(), one.bytes(), one.perDay()))
                .toList();
    }
}
