package org.sheliak.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Keeps the arrows between the runtime's packages: rows and values know nobody, tasks sit on top of the rest.
@AnalyzeClasses(packages = "org.sheliak.runtime", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.sheliak.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_SESSIONS_KNOW_TASKS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.sheliak.runtime",
                    "org.sheliak.runtime.inline",
                    "org.sheliak.runtime.session",
                    "org.sheliak.runtime.task")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sheliak.runtime.session", "org.sheliak.runtime.task");

    @ArchTest
    static final ArchRule ONLY_SESSIONS_KNOW_THE_WIRE = noClasses()
            .that()
            .resideOutsideOfPackages("org.sheliak.runtime.session", "org.sheliak.runtime.proto")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sheliak.runtime.proto");

    @ArchTest
    static final ArchRule ONLY_SOURCES_READ_PARQUET = noClasses()
            .that()
            .resideOutsideOfPackage("org.sheliak.runtime.source.parquet")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.parquet..");

    @ArchTest
    static final ArchRule EVALUATION_KNOWS_NO_FILES = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.sheliak.runtime.table..",
                    "org.sheliak.runtime.value..",
                    "org.sheliak.runtime.expression..",
                    "org.sheliak.runtime.transform..",
                    "org.sheliak.runtime.kernel..",
                    "org.sheliak.runtime.fusion..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.sheliak.runtime.source..", "org.sheliak.runtime.cache..");
}
