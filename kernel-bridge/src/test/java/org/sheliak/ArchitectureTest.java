package org.sheliak;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// Keeps the arrows between modules and between the bridge's packages.
@AnalyzeClasses(packages = "org.sheliak", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("planner")
            .definedBy("org.sheliak.planner..")
            .layer("runtime")
            .definedBy("org.sheliak.runtime..")
            .layer("accelerator")
            .definedBy("org.sheliak.aparapi..")
            .layer("notebook")
            .definedBy("org.sheliak")
            .layer("bridge")
            .definedBy("org.sheliak.bridge..")
            .whereLayer("bridge")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("notebook")
            .mayOnlyBeAccessedByLayers("bridge")
            .whereLayer("accelerator")
            .mayOnlyBeAccessedByLayers("bridge")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("accelerator", "notebook", "bridge");

    @ArchTest
    static final ArchRule BRIDGE = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("protocol")
            .definedBy("org.sheliak.bridge.protocol")
            .layer("connection")
            .definedBy("org.sheliak.bridge.connection")
            .layer("comm")
            .definedBy("org.sheliak.bridge.comm")
            .layer("kernel")
            .definedBy("org.sheliak.bridge.kernel")
            .layer("jshell")
            .definedBy("org.sheliak.bridge.kernel.jshell")
            .layer("widget")
            .definedBy("org.sheliak.bridge.widget")
            .layer("cli")
            .definedBy("org.sheliak.bridge.cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("widget")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("jshell")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("jshell", "widget", "cli")
            .whereLayer("comm")
            .mayOnlyBeAccessedByLayers("kernel", "widget", "cli")
            .whereLayer("connection")
            .mayOnlyBeAccessedByLayers("comm", "kernel", "cli");
}
