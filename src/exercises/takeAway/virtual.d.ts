/** Made by scripts/site/exercisePrograms.ts. */
declare module 'virtual:exercise-programs' {
  const programs: import('./programs.ts').ExercisePrograms;
  export default programs;
}
